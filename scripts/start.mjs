// @ts-check
/* `npm start`: opens the program for a person. */
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { projectFolder, say, setUp, stop } from './setup.mjs';

setUp();
build();

const { electronExecutable } = await import('./electron-binary.mjs');
const electron = electronExecutable();
if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  stop('There is no display to open a window on. "npm run demo" shows the program without one.');
}
if (electron.kind === 'stand-in') {
  say(
    "Electron's binary isn't here: Press Archive opens in Chromium through tools/electron-standin.",
  );
}
const program = spawn(electron.path, [projectFolder, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
program.on('error', (error) => {
  stop(`${electron.path} can't be started: ${error.message}`);
});
program.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
