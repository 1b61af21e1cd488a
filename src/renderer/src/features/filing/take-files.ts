import { maxPhotoBytes } from '../../../../shared/intake';
import { request } from '../../bridge';
import { currentLanguage, translate } from '../../i18n';
import { failureSentence } from '../../i18n/failure-sentence';
import { fileSize } from '../../i18n/format';
import {
  editForm,
  shownSession,
  showFiling,
  startFromIntake,
  useEditor,
  type FileProblem,
} from './editor-store';
import { withPhoto } from './form';

const { setState: set, getState: get } = useEditor;

function report(problem: FileProblem): void {
  set(({ problems }) => ({ problems: [...problems, problem] }));
}

/** Whether the name says that it is a photo; main looks at the content, this only sorts the queue. */
function looksLikePhoto(file: File): boolean {
  return (
    file.type.startsWith('image/') || /\.(jpe?g|png|webp|gif|tiff?|heic|avif)$/i.test(file.name)
  );
}

async function readFile(file: File, encoding: string | null): Promise<void> {
  if (file.size > maxPhotoBytes) {
    const limit = fileSize(maxPhotoBytes, currentLanguage());
    report({
      fileName: file.name,
      sentence: translate('filing.fileTooLarge', { name: file.name, limit }),
    });
    return;
  }
  set(({ reading }) => ({ reading: reading + 1 }));
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const intake = await request('intake:file', { fileName: file.name, bytes, encoding });
    if (intake.kind === 'photo') editForm((form) => withPhoto(form, intake.photo));
    else startFromIntake(intake, file);
  } catch (error) {
    report({ fileName: file.name, sentence: failureSentence(error) });
  } finally {
    set(({ reading }) => ({ reading: reading - 1 }));
  }
}

/** Reads texts until one of them fills the form. */
async function readNextText(): Promise<void> {
  for (;;) {
    const [next, ...queue] = get().queue;
    if (!next) return;
    set({ queue });
    await readFile(next, null);
    if (get().filing?.origin.kind === 'intake') return;
    set(({ batch }) => ({ batch: { ...batch, done: batch.done + 1 } }));
  }
}

/** Takes in files that were dropped, pasted or chosen: photos at once, texts one after another. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  if (get().shown === null) showFiling();
  const photos = files.filter(looksLikePhoto);
  const texts = files.filter((file) => !looksLikePhoto(file));
  set({ problems: [] });

  if (get().shown === 'revising') {
    for (const text of texts) {
      report({
        fileName: text.name,
        sentence: translate('filing.noTextHere', { name: text.name }),
      });
    }
  } else if (texts.length > 0) {
    set(({ queue, batch }) => ({
      queue: [...queue, ...texts],
      batch: { ...batch, total: batch.total + texts.length },
    }));
    if (shownSession()?.origin.kind !== 'intake') await readNextText();
  }
  // One after the other: their order is the order in which the captions are given to them.
  for (const photo of photos) await readFile(photo, null);
}

export async function takeText(text: string): Promise<void> {
  if (text.trim() === '') return;
  showFiling();
  set({ problems: [] });
  if (get().filing?.origin.kind === 'intake') {
    report({ fileName: '', sentence: translate('filing.finishFirst') });
    return;
  }
  set(({ reading }) => ({ reading: reading + 1 }));
  try {
    const intake = await request('intake:text', { text });
    if (intake.kind === 'release') {
      set(({ batch }) => ({ batch: { ...batch, total: batch.total + 1 } }));
      startFromIntake(intake, null);
    }
  } catch (error) {
    report({ fileName: '', sentence: failureSentence(error) });
  } finally {
    set(({ reading }) => ({ reading: reading - 1 }));
  }
}

/** Reads the file of the form once more, with an encoding that the person chose. */
export async function readAgain(file: File, encoding: string): Promise<void> {
  set({ problems: [] });
  await readFile(file, encoding);
}

/** The form is done with: the next text that waits takes its place. Says whether there was one. */
export async function advanceQueue(): Promise<boolean> {
  set(({ batch }) => ({ filing: null, batch: { ...batch, done: batch.done + 1 } }));
  await readNextText();
  if (get().filing !== null) return true;
  set({ batch: { total: 0, done: 0 } });
  return false;
}
