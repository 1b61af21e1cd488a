import { FileDown } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDraggedFromHere } from '../../state/drag-out';
import { isDialogOpen, isTyping } from '../../ui/overlays';
import { useEditor } from './editor-store';
import { readDrop } from '../importing/read-drop';
import { takeArrival } from '../importing/take-arrival';
import { useWorkspace } from '../../state/workspace';
import { takeFiles, takeText } from './take-files';
import './intake-area.css';

interface FileArrivalsProps {
  readonly canWrite: boolean;
  readonly children: ReactNode;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** On the screen for imports everything is imported, a single text, too. */
function isImportShown(): boolean {
  return useEditor.getState().shown === null && useWorkspace.getState().view.kind === 'import';
}

async function takeDrop(carried: DataTransfer | null): Promise<void> {
  const isForImport = isImportShown();
  await takeArrival(await readDrop(carried), isForImport);
}

/** Takes files that are dropped anywhere on the window, and what is pasted outside of a field. */
export function FileArrivals({ canWrite, children }: FileArrivalsProps) {
  const { t } = useTranslation();
  const shown = useEditor((state) => state.shown);
  const importing = useWorkspace((state) => state.view.kind === 'import');
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // Entering a child comes before leaving its parent: only the count says whether one is inside.
    let depth = 0;
    const isWelcome = (): boolean => canWrite && !isDialogOpen() && !isDraggedFromHere();
    const onEnter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(isWelcome());
    };
    const onLeave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    // Always prevented: otherwise the window would turn into a view of the file.
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      // Over a text that takes photos one must see where they will go.
      const isOverText =
        event.target instanceof Element && event.target.closest('[data-takes-photos]') !== null;
      setOver(isWelcome() && !isOverText);
      if (event.dataTransfer) event.dataTransfer.dropEffect = isWelcome() ? 'copy' : 'none';
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (isWelcome() && !isTaken) void takeDrop(event.dataTransfer);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!isWelcome() || event.defaultPrevented) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isTyping(event.target) && (files.length === 0 || text !== '')) return;
      event.preventDefault();
      if (text.trim() !== '') void takeText(text);
      else void takeFiles(files);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [canWrite]);

  const purpose = shown === 'revising' ? 'photos' : importing && shown === null ? 'import' : 'file';
  return (
    <>
      {children}
      {isOver && (
        <section className="drop-overlay" aria-label={t(`filing.drop.${purpose}`)}>
          <div className="drop-card">
            <FileDown size={34} strokeWidth={1.3} aria-hidden />
            <p className="drop-title">{t(`filing.drop.${purpose}`)}</p>
            <p className="drop-text">{t(`filing.dropText.${purpose}`)}</p>
          </div>
        </section>
      )}
    </>
  );
}
