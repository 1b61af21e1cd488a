import { maxPhotoBytes } from '../../../../shared/intake';
import type { PhotoId } from '../../../../shared/photo';
import { request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { fileSize } from '../../i18n/format';
import { isNamedPhoto } from '../importing/arrival-rule';
import { giveFiles } from '../importing/give-files';
import {
  editForm,
  isFilingTaken,
  showFiling,
  startFromIntake,
  useEditor,
  type FileProblem,
} from './editor-store';
import { withPhoto } from './form-photos';

const { setState: set, getState: get } = useEditor;

function report(problem: FileProblem): void {
  set(({ problems }) => ({ problems: [...problems, problem] }));
}

/** The content of a file, or null after saying why there is none. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  const { name } = file;
  if (file.size > maxPhotoBytes) {
    const limit = fileSize(maxPhotoBytes, currentLanguage());
    report({ fileName: name, sentence: translate('filing.fileTooLarge', { name, limit }) });
    return null;
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A dropped folder looks like a file until somebody reads it.
    report({ fileName: name, sentence: translate('filing.cannotRead', { name }) });
    return null;
  }
}

interface Reading {
  /** null: main finds it out. */
  readonly encoding: string | null;
  /** Whether the form may be replaced that somebody is working on. */
  readonly replaces: boolean;
  /** Told of a photo that joined the form, or was in it. */
  readonly onPhoto?: ((id: PhotoId) => void) | undefined;
}

/** Reads a file into the form. Says false for a text that came when the form was taken. */
async function readFile(file: File, { encoding, replaces, onPhoto }: Reading): Promise<boolean> {
  set(({ reading }) => ({ reading: reading + 1 }));
  try {
    const bytes = await bytesOf(file);
    if (bytes === null) return true;
    const intake = await request('intake:file', { fileName: file.name, bytes, encoding });
    if (intake.kind === 'photo') {
      editForm((form) => withPhoto(form, intake.photo));
      onPhoto?.(intake.photo.id);
    } else if (intake.kind === 'several') {
      await giveFiles([{ path: file.name, file }]);
    } else if (isFilingTaken() && !replaces) return false;
    else startFromIntake(intake, file);
  } catch (error) {
    report({ fileName: file.name, sentence: failureSentence(error) });
  } finally {
    set(({ reading }) => ({ reading: reading - 1 }));
  }
  return true;
}

/** Reads waiting texts until one of them fills the form. */
async function readUntilTaken(): Promise<void> {
  while (!isFilingTaken()) {
    const [next, ...queue] = get().queue;
    if (!next) return;
    set({ queue });
    const isRead = await readFile(next, { encoding: null, replaces: false });
    // Somebody began to type while it was read: it is the next in turn again.
    if (!isRead) set((state) => ({ queue: [next, ...state.queue] }));
    else if (!isFilingTaken()) countDone();
  }
}

let reader = Promise.resolve();

/** One reader after the other: two at once would fill the same form, and one text would be lost. */
function readNextText(): Promise<void> {
  reader = reader.then(readUntilTaken);
  return reader;
}

function countDone(): void {
  set(({ batch }) => ({ batch: { ...batch, done: batch.done + 1 } }));
}

/** Texts joined the batch. A form that is being filled by hand is the first of it. */
function countTexts(texts: number): void {
  const first = get().batch.total === 0 && isFilingTaken() ? 1 : 0;
  set(({ batch }) => ({ batch: { ...batch, total: batch.total + first + texts } }));
}

/**
 * Takes in files that were dropped, pasted or chosen: photos at once, texts one after another.
 * `onPhoto` is told of each photo as soon as the form has it.
 */
export async function takeFiles(
  files: readonly File[],
  onPhoto?: (id: PhotoId) => void,
): Promise<void> {
  if (files.length === 0) return;
  if (get().shown === null) showFiling();
  // Main looks at the content; this only sorts the queue.
  const photos = files.filter(isNamedPhoto);
  const texts = files.filter((file) => !isNamedPhoto(file));
  set({ problems: [] });

  if (get().shown === 'revising') {
    for (const text of texts) {
      report({
        fileName: text.name,
        sentence: translate('filing.noTextHere', { name: text.name }),
      });
    }
  } else if (texts.length > 0) {
    countTexts(texts.length);
    set(({ queue }) => ({ queue: [...queue, ...texts] }));
    await readNextText();
  }
  // One after the other: their order is the order in which the captions are given to them.
  for (const photo of photos) {
    const isRead = await readFile(photo, { encoding: null, replaces: false, onPhoto });
    if (isRead) continue;
    // A text under the name of a photo.
    countTexts(1);
    set(({ queue }) => ({ queue: [...queue, photo] }));
  }
}

export async function takeText(text: string): Promise<void> {
  if (text.trim() === '') return;
  showFiling();
  set({ problems: [] });
  const refuse = (): void => {
    report({ fileName: '', sentence: translate('filing.finishFirst') });
  };
  if (isFilingTaken()) {
    refuse();
    return;
  }
  set(({ reading }) => ({ reading: reading + 1 }));
  try {
    const intake = await request('intake:text', { text });
    if (intake.kind !== 'release') return;
    if (isFilingTaken()) {
      refuse();
      return;
    }
    countTexts(1);
    startFromIntake(intake, null);
  } catch (error) {
    report({ fileName: '', sentence: failureSentence(error) });
  } finally {
    set(({ reading }) => ({ reading: reading - 1 }));
  }
}

/** Reads the file of the form once more, with an encoding that the person chose. */
export async function readAgain(file: File, encoding: string): Promise<void> {
  set({ problems: [] });
  await readFile(file, { encoding, replaces: true });
}

/** The form is done with: the next text that waits takes its place. Says whether there was one. */
export async function advanceQueue(): Promise<boolean> {
  set({ filing: null });
  countDone();
  await readNextText();
  if (get().filing !== null) return true;
  forgetQueue();
  return false;
}

/** Texts that wait are not read any more. */
export function forgetQueue(): void {
  set({ queue: [], batch: { total: 0, done: 0 } });
}
