import { Option, type Command } from 'commander';
import type { Archive } from '../../archive/archive';
import { partnerKinds, type PartnerAlias, type PartnerKind } from '../../shared/partner';
import { exitCode } from '../exit-code';
import { partnerLines } from '../format/partner-lines';
import type { GlobalOptions, Host } from '../host';
import { parseAlias } from '../parse-alias';
import { collect, usageError } from '../usage';
import { requireWritable, withArchive } from '../with-archive';
import { addMergePartners } from './merge-partners';

interface PartnersOptions extends GlobalOptions {
  readonly add?: string;
  readonly alias?: readonly string[];
  readonly kind?: PartnerKind;
  readonly country?: string;
}

export function addPartners(program: Command, host: Host): void {
  const partners = program
    .command('partners')
    .summary('list the partners, add one, or merge some')
    .description('Lists the partner organisations with their releases, or adds one.')
    .option('--add <name>', 'add a partner with this name')
    .option('--alias <name:language>', 'a further name of it, "华为:zh"; repeatable', collect)
    .addOption(new Option('--kind <kind>', 'what it is').choices(partnerKinds))
    .option('--country <code>', 'where it is, in two letters (ISO 3166-1)')
    .addHelpText(
      'after',
      `
Example:
  press-archive partners --add "Northwind Foundation" --alias 北风基金会:zh --kind ngo --country CH`,
    )
    .action(async (_local: unknown, command: Command) => {
      const options = command.optsWithGlobals<PartnersOptions>();
      const { add: name } = options;
      if (name === undefined && hasDetails(options)) {
        throw usageError('--alias, --kind and --country belong to --add NAME.');
      }
      const purpose = name === undefined ? 'reading' : 'writing';
      await withArchive(host, options, purpose, async (archive) => {
        if (name === undefined) list(host, archive);
        else await add(host, archive, name, options);
      });
      host.exitCode = exitCode.success;
    });
  addMergePartners(partners, host);
}

function hasDetails({ alias, kind, country }: PartnersOptions): boolean {
  return alias !== undefined || kind !== undefined || country !== undefined;
}

function list({ output }: Host, archive: Archive): void {
  const partners = archive.partners.list();
  if (partners.length === 0) output.line('The archive has no partners yet.');
  for (const line of partnerLines(partners)) output.line(line);
  output.value(partners);
}

async function add(
  { output }: Host,
  archive: Archive,
  name: string,
  options: PartnersOptions,
): Promise<void> {
  if (name.trim() === '') throw usageError('A partner needs a name.');
  const country = (options.country ?? '').toUpperCase();
  if (!/^(?:[A-Z]{2})?$/.test(country)) {
    throw usageError(`"${country}" is not a country code of two letters.`);
  }
  const aliases: readonly PartnerAlias[] = (options.alias ?? []).map(parseAlias);
  requireWritable(archive);
  const kind = options.kind ?? 'other';
  const partner = await archive.partners.add({ name, aliases, kind, country, note: '' });
  output.line(`Added ${partner.name} (${partner.id}).`);
  output.value(partner);
}
