import { execFile } from 'node:child_process';

export interface ToolResult {
  /** `undefined` where the program is not installed. */
  readonly exitCode: number | undefined;
  readonly output: string;
}

/** Runs one of the desktop's small programs, such as zenity or xdg-open. */
export function runDesktopTool(name: string, parameters: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve) => {
    execFile(name, [...parameters], (error, stdout) => {
      const output = stdout.replace(/\n$/, '');
      if (error === null) resolve({ exitCode: 0, output });
      else if (error.code === 'ENOENT') resolve({ exitCode: undefined, output });
      else resolve({ exitCode: typeof error.code === 'number' ? error.code : 1, output });
    });
  });
}
