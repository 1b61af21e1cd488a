import type { BackupState } from '../../../../shared/backup';
import { translate, type InterfaceLanguage } from '../../i18n';
import { count, fileSize, moment, relativeDay } from '../../i18n/format';

export interface Verdict {
  readonly tone: 'none' | 'good' | 'open' | 'bad';
  readonly sentence: string;
  readonly more: string | null;
}

/** What the backups are worth, as far as it has been tried. */
export function verdictOf(state: BackupState, language: InterfaceLanguage, now: Date): Verdict {
  const { backups, folderTrouble, lastProven, lastRehearsal } = state;
  const [newest] = backups;
  if (folderTrouble !== null) {
    return { tone: 'open', sentence: translate('backups.unreachable'), more: null };
  }
  if (newest === undefined) {
    return { tone: 'none', sentence: translate('backups.none'), more: null };
  }
  const proven =
    lastProven === null
      ? null
      : translate('backups.lastProven', {
          when: moment(lastProven.at, language, now),
          releases: translate('backups.releases', {
            count: lastProven.releases,
            number: count(lastProven.releases, language),
          }),
          size: fileSize(lastProven.bytes, language),
        });
  const ofNewest = moment(newest.madeAt, language, now);
  if (lastRehearsal !== null && !lastRehearsal.ok) {
    const sentence = translate('backups.failed', { when: moment(lastRehearsal.at, language, now) });
    return { tone: 'bad', sentence, more: proven };
  }
  if (proven === null) {
    return {
      tone: 'open',
      sentence: translate('backups.unproven', { when: ofNewest }),
      more: null,
    };
  }
  const more =
    newest.proven === null ? translate('backups.newestUnproven', { when: ofNewest }) : null;
  return { tone: 'good', sentence: proven, more };
}

/** When there will be another one. */
export function nextSentence(
  { nextDue, folderTrouble }: BackupState,
  archive: { readonly isReadOnly: boolean; readonly isEmpty: boolean },
  language: InterfaceLanguage,
  now: Date,
): string {
  if (nextDue === null) return translate('backups.nextNever');
  if (archive.isReadOnly) return translate('backups.nextElsewhere');
  if (archive.isEmpty) return translate('backups.nextWhenFilled');
  if (folderTrouble !== null) return translate('backups.nextWhenReachable');
  if (new Date(nextDue) <= now) return translate('backups.nextNow');
  return translate('backups.next', { when: relativeDay(nextDue, language, now) });
}
