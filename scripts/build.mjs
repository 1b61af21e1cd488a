// @ts-check
import { join } from 'node:path';
import { projectFolder, run } from './setup.mjs';

/** Path of a package's command-line script, run with this Node so that no shell is needed. */
export function toolScript(/** @type {string} */ path) {
  return join(projectFolder, 'node_modules', path);
}

/** Builds main, preload, page and command line into out/. */
export function build() {
  run(
    process.execPath,
    [toolScript('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { quiet: true },
  );
}
