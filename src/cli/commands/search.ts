import { Option, type Command } from 'commander';
import type { Archive } from '../../archive/archive';
import { parseQuery } from '../../shared/query';
import { sortOrders, type FindQuery, type SortOrder } from '../../shared/search';
import { exitCode, type ExitCode } from '../exit-code';
import { findPartners } from '../find-partners';
import { hitLines, totalLine } from '../format/hit-lines';
import { queryNoteSentence } from '../format/query-note';
import type { GlobalOptions, Host } from '../host';
import { unlessInterrupted } from '../interruption';
import { collect, positiveNumber, usageError, wholeNumber } from '../usage';
import { withArchive } from '../with-archive';

interface SearchOptions extends GlobalOptions {
  readonly partner?: readonly string[];
  readonly year?: number;
  readonly place: FindQuery['place'];
  readonly sort?: SortOrder;
  readonly limit: number;
  readonly offset: number;
}

export function addSearch(program: Command, host: Host): void {
  program
    .command('search')
    .summary('find releases')
    .description(
      'Finds releases by what they say. Without QUERY, lists all that the options let through.',
    )
    .argument(
      '[query...]',
      'words; "an exact phrase"; OR; -word leaves out what has the word; field:value',
    )
    .option('--partner <name>', 'only releases tagged with this partner; repeatable', collect)
    .option('--year <year>', 'only releases published in this year', wholeNumber)
    .addOption(
      new Option('--place <place>', 'where to look')
        .choices(['archive', 'drafts', 'trash'])
        .default('archive'),
    )
    .addOption(
      new Option('--sort <order>', 'relevance, or newest where there is no QUERY').choices(
        sortOrders,
      ),
    )
    .option('--limit <number>', 'how many to show', positiveNumber, 20)
    .option('--offset <number>', 'how many to pass over', wholeNumber, 0)
    // A query may leave words out: press-archive search huawei -signing
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
Examples:
  press-archive search huawei 5G --year 2022
  press-archive search '"signing ceremony"' -draft --sort newest
  press-archive search 华为 --partner "Northwind Foundation" --json

Exit code: 0 found, 1 nothing found, 2 failure.`,
    )
    .action(async (words: readonly string[], _local: unknown, command: Command) => {
      const misspelt = words.find((word) => word.startsWith('--'));
      if (misspelt !== undefined) throw usageError(`There is no option ${misspelt}.`);
      const options = command.optsWithGlobals<SearchOptions>();
      host.exitCode = await withArchive(host, options, 'reading', (archive) =>
        search(host, archive, words.join(' '), options),
      );
    });
}

async function search(
  { output, signal }: Host,
  archive: Archive,
  text: string,
  options: SearchOptions,
): Promise<ExitCode> {
  const query: FindQuery = {
    text,
    partnerIds: findPartners(archive, options.partner ?? []).map((partner) => partner.id),
    place: options.place,
    year: options.year ?? null,
    sort: options.sort ?? (text.trim() === '' ? 'newest' : 'relevance'),
    offset: options.offset,
    limit: options.limit,
  };
  // Which day it is makes no difference to what can be read.
  const { notes } = parseQuery(text, { today: '2000-01-01', typing: false });
  for (const note of notes) output.note(queryNoteSentence(note));
  const page = await unlessInterrupted(signal, archive.search.find(query));
  const width = String(query.offset + page.hits.length).length;
  for (const [index, hit] of page.hits.entries()) {
    const number = query.offset + index + 1;
    for (const line of hitLines(hit, number, width, (hitText) => output.bold(hitText))) {
      output.line(line);
    }
  }
  if (page.hits.length > 0) output.line();
  output.line(page.total === 0 ? 'Nothing found.' : totalLine(page, query.offset));
  if (page.suggestion !== null) output.line(`Did you mean: ${page.suggestion.text}`);
  output.value(page);
  return page.total === 0 ? exitCode.no : exitCode.success;
}
