import { create } from 'zustand';
import { showToast } from '../../state/toasts';
import type { ReleaseId, ReleaseSource } from '../../../../shared/release';
import type { ReleaseIntake } from '../../../../shared/release-draft';
import type { FieldName } from './fields';
import { emptyForm, type ReleaseForm } from './form';
import { formFromIntake } from './fill-form';
import { withEarlierPhotos } from './form-photos';

/** A release being filed or corrected. Survives closing the panel, so that no typing is lost. */
export interface Session {
  readonly form: ReleaseForm;
  /** What the form held when it was filled; another one means that somebody typed. */
  readonly pristine: ReleaseForm;
  readonly origin: Origin;
  /** What the person said of the release that it resembles; nothing yet where it's missing. */
  readonly likeness?: LikenessAnswer;
}

export type LikenessAnswer =
  | { readonly kind: 'other' }
  /** It becomes one story with that release when it is filed. */
  | { readonly kind: 'translation'; readonly of: ReleaseId };

export type Origin =
  /** Nothing was read: the form is being filled by hand, or photos came first. */
  | { readonly kind: 'blank' }
  /** `file` is kept so that it can be read again with another encoding; null for pasted text. */
  | { readonly kind: 'intake'; readonly intake: ReleaseIntake; readonly file: File | null }
  | {
      readonly kind: 'revision';
      readonly id: ReleaseId;
      readonly basedOn: number;
      /** Of a file that says what is new. */
      readonly source?: ReleaseSource;
    };

export interface FileProblem {
  readonly fileName: string;
  readonly sentence: string;
}

export type Slot = 'filing' | 'revising';

interface EditorState {
  readonly shown: Slot | null;
  /** null while filing shows the paste and drop area. */
  readonly filing: Session | null;
  readonly revising: Session | null;
  /** Text files that wait for their turn. */
  readonly queue: readonly File[];
  /** How many text files came in this batch, and how many were dealt with. */
  readonly batch: { readonly total: number; readonly done: number };
  readonly problems: readonly FileProblem[];
  /** Files that are being read. */
  readonly reading: number;
  /** The field under attention: its place in the source text is emphasised. */
  readonly activeField: FieldName | null;
}

const initial: EditorState = {
  shown: null,
  filing: null,
  revising: null,
  queue: [],
  batch: { total: 0, done: 0 },
  problems: [],
  reading: 0,
  activeField: null,
};

export const useEditor = create<EditorState>(() => initial);

const { setState: set, getState: get } = useEditor;

export function resetEditor(): void {
  set(initial);
}

export function showFiling(): void {
  set({ shown: 'filing' });
}

/** Puts the panel away. What it still had to say is said by messages. */
export function closeEditor(): void {
  for (const { sentence } of get().problems) showToast({ tone: 'error', text: sentence });
  set({ shown: null, activeField: null, problems: [] });
}

export function shownSession(state: EditorState = get()): Session | null {
  return state.shown === null ? null : state[state.shown];
}

export function isDirty(session: Session | null): boolean {
  return session !== null && session.form !== session.pristine;
}

/**
 * Whether a text that comes now must wait: the filing form holds another one, or something typed.
 * Photos alone don't take it; they came before their text.
 */
export function isFilingTaken(): boolean {
  const { filing } = get();
  if (filing === null) return false;
  if (filing.origin.kind !== 'blank') return true;
  return JSON.stringify({ ...filing.form, photos: [] }) !== JSON.stringify(emptyForm);
}

export function startSession(slot: Slot, origin: Origin, form: ReleaseForm): void {
  set({ shown: slot, [slot]: { form, pristine: form, origin }, activeField: null });
}

export function dropSession(slot: Slot): void {
  set({ [slot]: null });
}

/** Fills the form from what was read, keeping photos that came before the text. */
export function startFromIntake(intake: ReleaseIntake, file: File | null): void {
  const photos = get().filing?.form.photos ?? [];
  const form = withEarlierPhotos(formFromIntake(intake), photos);
  startSession('filing', { kind: 'intake', intake, file }, form);
}

/** Changes the form that is shown; starts a blank one where there is none. */
export function editForm(change: (form: ReleaseForm) => ReleaseForm): void {
  const { shown } = get();
  if (shown === null) return;
  const session = get()[shown] ?? {
    form: emptyForm,
    pristine: emptyForm,
    origin: { kind: 'blank' },
  };
  set({ [shown]: { ...session, form: change(session.form) } });
}

/** What the person says of the release that the one in the form resembles; null takes it back. */
export function answerLikeness(answer: LikenessAnswer | null): void {
  const { filing } = get();
  if (filing === null) return;
  const { likeness: _before, ...session } = filing;
  set({ filing: answer === null ? session : { ...session, likeness: answer } });
}

export function patchForm(patch: Partial<ReleaseForm>): void {
  editForm((form) => ({ ...form, ...patch }));
}

export function setActiveField(activeField: FieldName | null): void {
  set({ activeField });
}
