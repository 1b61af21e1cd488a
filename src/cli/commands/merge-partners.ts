import type { Command } from 'commander';
import { exitCode } from '../exit-code';
import { findPartners } from '../find-partners';
import { countOf } from '../format/fields';
import type { GlobalOptions, Host } from '../host';
import { usageError } from '../usage';
import { requireWritable, withArchive } from '../with-archive';

/** `partners merge`. */
export function addMergePartners(partners: Command, host: Host): void {
  partners
    .command('merge')
    .summary('make several partners one')
    .description(
      'Makes one partner of several: KEEP stays, the names of the OTHERS become names of it, and their releases are tagged with it. `press-archive undo` takes it back.',
    )
    .argument('<keep>', 'the partner that stays, by any of its names')
    .argument('<others...>', 'the partners that become it')
    .addHelpText(
      'after',
      `
Example:
  press-archive partners merge "Northwind Foundation" Northwind "Northwind Fdn"`,
    )
    .action(async (keep: string, others: readonly string[], _local: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      await withArchive(host, options, 'writing', async (archive) => {
        requireWritable(archive);
        const [kept, ...found] = findPartners(archive, [keep, ...others]);
        const gone = [...new Map(found.map((partner) => [partner.id, partner])).values()];
        if (kept === undefined || gone.some((partner) => partner.id === kept.id)) {
          throw usageError(`"${keep}" can't be merged into itself.`);
        }
        const merged = await archive.partners.merge(
          kept.id,
          gone.map((partner) => partner.id),
        );
        const counted = archive.partners.list().find((partner) => partner.id === merged.id);
        const names = gone.map((partner) => `"${partner.name}"`).join(', ');
        host.output.line(
          `Merged ${names} into "${merged.name}": ${countOf(counted?.releaseCount ?? 0, 'release')}.`,
        );
        host.output.value(merged);
      });
      host.exitCode = exitCode.success;
    });
}
