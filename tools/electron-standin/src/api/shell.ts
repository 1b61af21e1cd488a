import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Shell } from 'electron';
import { runDesktopTool } from '../desktop-tool';
import { namingWhatIsMissing } from '../not-implemented';
import { standIn } from '../stand-in';

class StandInShell implements Pick<Shell, 'openPath' | 'showItemInFolder' | 'trashItem' | 'beep'> {
  /** Resolves with what went wrong; an empty text means that nothing did. */
  async openPath(path: string): Promise<string> {
    if (!existsSync(path)) return `Failed to open path: ${path} does not exist`;
    if (!standIn.interactive) return 'Failed to open path: there is no display';
    const { exitCode } = await runDesktopTool('xdg-open', [path]);
    if (exitCode === undefined) return 'Failed to open path: xdg-open is not installed';
    return exitCode === 0 ? '' : 'Failed to open path';
  }

  showItemInFolder(path: string): void {
    void this.openPath(dirname(path));
  }

  async trashItem(path: string): Promise<void> {
    const { exitCode } = await runDesktopTool('gio', ['trash', '--', path]);
    if (exitCode === undefined) {
      throw new Error('electron-standin: shell.trashItem needs gio, which is not installed');
    }
    if (exitCode !== 0) throw new Error(`Failed to move item to trash: ${path}`);
  }

  beep(): void {
    process.stderr.write('\u0007');
  }
}

export const shell = namingWhatIsMissing('shell', new StandInShell());
