import type { UndoableStep } from '../../shared/release-history';
import { countOf } from './fields';

type Phrase = (what: string) => string;

const phrases: Readonly<Record<string, Phrase>> = {
  'release:file': (what) => `filed ${what}`,
  'release:import': (what) => `imported ${what}`,
  'release:revise': (what) => `edited ${what}`,
  'release:edit-many': (what) => `edited ${what}`,
  'release:restore-revision': (what) => `restored an earlier version of ${what}`,
  'release:review': (what) => `decided about ${what}`,
  'release:read-again': (what) => `read ${what} again in another encoding`,
  'release:delete': (what) => `moved ${what} to the trash`,
  'release:restore': (what) => `took ${what} out of the trash`,
  'partner:add': (what) => `added the partner ${what}`,
  'partner:revise': (what) => `edited the partner ${what}`,
  'partner:merge': (what) => `merged partners into ${what}`,
  'pack:create': (what) => `made the press pack ${what}`,
  'pack:revise': (what) => `edited the press pack ${what}`,
  'pack:delete': (what) => `deleted the press pack ${what}`,
  'archive:describe': () => "changed the institution's names",
};

/** What a step did, to stand after a colon. */
export function undoPhrase({ action, count, name }: UndoableStep): string {
  const several = count > 1 && action.startsWith('release:');
  const what = several ? countOf(count, 'release') : `"${name}"`;
  return phrases[action]?.(what) ?? 'the last change';
}
