// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} ElectronExecutable
 * @property {string} path
 * @property {'electron' | 'stand-in'} kind
 */

/**
 * Finds what runs the built application: Electron where its binary is present, else the stand-in.
 * Electron's own module answers the same question, but downloads the binary where it is missing.
 *
 * @returns {ElectronExecutable}
 */
export function electronExecutable() {
  const binary = electronBinary();
  if (binary !== undefined) return { path: binary, kind: 'electron' };
  const standIn = new URL('../tools/electron-standin/electron', import.meta.url);
  return { path: fileURLToPath(standIn), kind: 'stand-in' };
}

/** @returns {string | undefined} */
function electronBinary() {
  const folder = electronPackage();
  if (folder === undefined) return undefined;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  if (name === undefined) return undefined;
  const path = join(override ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function electronPackage() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return undefined;
  }
}
