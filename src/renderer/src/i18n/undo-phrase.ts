import type { UndoableStep } from '../../../shared/release-history';
import { currentLanguage, translate, type TextKey } from './index';
import { count } from './format';

interface Phrases {
  readonly one: TextKey;
  /** For steps that can touch several. */
  readonly many?: TextKey;
}

const phrases: Readonly<Record<string, Phrases>> = {
  'release:file': { one: 'undo.one.filed', many: 'undo.many.filed' },
  'release:file-translation': { one: 'undo.one.filedTranslation' },
  'release:import': { one: 'undo.one.imported', many: 'undo.many.imported' },
  'release:revise': { one: 'undo.one.edited', many: 'undo.many.edited' },
  'release:edit-many': { one: 'undo.one.edited', many: 'undo.many.edited' },
  'release:restore-revision': { one: 'undo.one.versionRestored' },
  'release:delete': { one: 'undo.one.deleted', many: 'undo.many.deleted' },
  'release:restore': { one: 'undo.one.restored', many: 'undo.many.restored' },
  'release:read-again': { one: 'undo.one.readAgain' },
  'release:review': { one: 'undo.one.decided' },
  'release:link': { one: 'undo.one.linked', many: 'undo.many.linked' },
  'release:unlink': { one: 'undo.one.unlinked', many: 'undo.many.unlinked' },
  'partner:add': { one: 'undo.one.partnerAdded', many: 'undo.many.partnersAdded' },
  'partner:revise': { one: 'undo.one.partnerEdited' },
  'partner:merge': { one: 'undo.one.merged' },
  'pack:create': { one: 'undo.one.packMade' },
  'pack:revise': { one: 'undo.one.packEdited' },
  'pack:delete': { one: 'undo.one.packDeleted' },
  'archive:describe': { one: 'undo.one.institution' },
};

const longestName = 60;

/** What a step did, to stand after a colon: 'moved 12 releases to the trash'. */
export function undoPhrase(step: UndoableStep): string {
  const known = phrases[step.action];
  // An archive that another version of the program wrote to may know other steps.
  if (known === undefined) return translate('undo.one.unknown');
  if (known.many !== undefined && step.count > 1) {
    return translate(known.many, { number: count(step.count, currentLanguage()) });
  }
  const name = step.name || translate('release.untitled');
  const short = name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
  return translate(known.one, { name: short });
}
