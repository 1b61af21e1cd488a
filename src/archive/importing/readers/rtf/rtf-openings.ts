import { addressIn } from '../office/field';
import { FlatDocument } from '../office/flat-document';
import type { RtfGroups } from './rtf-groups';
import type { RtfNotes } from './rtf-notes';
import { beginPicture, beginProperty } from './rtf-pictures';
import { passedOver, plainLetters, plainParagraph } from './rtf-state';

interface Around {
  readonly groups: RtfGroups;
  readonly notes: RtfNotes;
  readonly onComment: () => void;
}

/** Words at the beginning of a group that say what is in it; says false for any other word. */
export function beginsGroup(name: string, { groups, notes, onComment }: Around): boolean {
  const { state } = groups;
  if (passedOver.has(name)) {
    state.sink = null;
    return true;
  }
  switch (name) {
    case 'fonttbl':
      state.mode = 'fonts';
      state.sink = null;
      return true;
    case 'stylesheet':
      state.mode = 'styles';
      state.sink = null;
      return true;
    case 'listtable':
    case 'listoverridetable':
      state.mode = 'lists';
      state.sink = null;
      return true;
    case 'pn':
      state.mode = 'oldList';
      state.sink = null;
      return true;
    case 'info':
      state.mode = 'info';
      state.sink = null;
      return true;
    case 'upr':
      state.isForOldReaders = true;
      return true;
    case 'ud':
      state.sink = groups.around(2)?.sink ?? null;
      return true;
    case 'field':
      state.link = { href: state.link.href };
      return true;
    case 'fldinst': {
      // The result stands in a group beside.
      const { link } = state;
      groups.collect((text) => {
        link.href = addressIn(text) || link.href;
      });
      return true;
    }
    case 'footnote':
      notes.begin(state);
      return true;
    case 'annotation':
      if (state.sink instanceof FlatDocument) onComment();
      state.sink = null;
      return true;
    case 'atnid':
    case 'atnauthor':
    case 'objdata':
      state.sink = null;
      return true;
    case 'pict':
      beginPicture(groups);
      return true;
    case 'shp':
      state.shape = { altText: '', property: '' };
      return true;
    case 'shpinst':
    case 'do':
    case 'picprop':
    case 'nesttableprops':
      // Only the groups in it say something.
      state.mode = 'text';
      return true;
    case 'sn':
    case 'sv':
      beginProperty(groups, name);
      return true;
    case 'shptxt':
    case 'dptxbxtext':
      if (state.sink instanceof FlatDocument) {
        const { sink } = state;
        sink.beginAside();
        Object.assign(state, plainLetters, plainParagraph);
        state.close = () => {
          sink.endAside();
        };
      }
      return true;
    default:
      return false;
  }
}
