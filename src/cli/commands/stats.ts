import type { Command } from 'commander';
import type { ArchiveInfo } from '../../shared/archive-info';
import { exitCode } from '../exit-code';
import { barLines } from '../format/bars';
import { fieldLines } from '../format/fields';
import { partnerLines } from '../format/partner-lines';
import type { GlobalOptions, Host } from '../host';
import { withArchive } from '../with-archive';
import { visibleText } from '../../shared/visible-text';

export function addStats(program: Command, host: Host): void {
  program
    .command('stats')
    .summary('count what the archive holds')
    .description('Counts releases by year, photos, packs, and releases by partner.')
    .action(async (_local: unknown, command: Command) => {
      const { output } = host;
      await withArchive(
        host,
        command.optsWithGlobals<GlobalOptions>(),
        'reading',
        async (archive) => {
          const info = archive.info();
          const partners = [...archive.partners.list()].sort(
            (a, b) => b.releaseCount - a.releaseCount,
          );
          for (const line of statsLines(info)) output.line(line);
          if (partners.length > 0) {
            output.line();
            for (const line of partnerLines(partners)) output.line(line);
          }
          output.value({ archive: info, partners });
          return Promise.resolve();
        },
      );
      host.exitCode = exitCode.success;
    });
}

function statsLines({ folder, institution, counts }: ArchiveInfo): readonly string[] {
  const years = barLines(
    counts.years.map(({ year, releases }) => ({ label: String(year), count: releases })),
  );
  return [
    `${institution.name}: ${visibleText(folder)}`,
    '',
    ...fieldLines(
      [
        ['releases', String(counts.releases)],
        ['of them drafts', String(counts.drafts)],
        ['under embargo', String(counts.embargoed)],
        ['in the trash', String(counts.trash)],
        ['photos', String(counts.photos)],
        ['partners', String(counts.partners)],
        ['packs', String(counts.packs)],
      ],
      '',
    ),
    ...(years.length === 0 ? [] : ['', ...years]),
  ];
}
