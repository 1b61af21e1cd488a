import { writeFile } from 'node:fs/promises';
import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { app, screen, type BrowserWindow } from 'electron';
import type { ArchiveDiagnosis } from '../archive/diagnosis';
import { localDate } from '../archive/packs/export/file-names';
import type { Settings } from '../shared/ipc-contract';
import { chooseFileToSave } from './dialogs';

interface Gathered {
  readonly settings: Settings;
  /** null: no archive is open. */
  readonly archive: ArchiveDiagnosis | null;
  readonly windows: number;
  readonly log: readonly string[];
}

/** All that a report says, ready to be written. It has no content of an archive and no path. */
export function diagnosticsReport({ settings, archive, windows, log }: Gathered): string {
  const report = {
    program: { name: app.getName(), version: app.getVersion(), windows },
    system: {
      platform: process.platform,
      release: release(),
      architecture: arch(),
      processors: cpus().length,
      memoryBytes: totalmem(),
      freeMemoryBytes: freemem(),
      locale: app.getLocale(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      uptimeSeconds: Math.round(process.uptime()),
      screens: screen.getAllDisplays().map(({ bounds, scaleFactor }) => ({
        width: bounds.width,
        height: bounds.height,
        scaleFactor,
      })),
    },
    settings,
    archive,
    log: log.flatMap(entryOf),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A power cut may have left half a line. */
function entryOf(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** Asks where to; null where the person thought better of it. */
export async function saveDiagnostics(
  window: BrowserWindow,
  report: () => Promise<string>,
): Promise<{ readonly path: string } | null> {
  const name = `press-archive-diagnostics-${localDate(new Date())}.json`;
  const path = await chooseFileToSave(window, name, 'json');
  if (path === null) return null;
  await writeFile(path, await report());
  return { path };
}
