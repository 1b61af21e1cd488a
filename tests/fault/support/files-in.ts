import { sep } from 'node:path';
import type { FileLayer } from '../../../src/archive/store/file-layer';

/** A disk on which one folder, with all below it, behaves as `inside` does and the rest as `outside`. */
export function filesIn(folder: string, inside: FileLayer, outside: FileLayer): FileLayer {
  const of = (path: string): FileLayer =>
    path === folder || path.startsWith(folder + sep) ? inside : outside;
  return {
    open: (path, flags) => of(path).open(path, flags),
    readFile: (path) => of(path).readFile(path),
    readdir: (path) => of(path).readdir(path),
    mkdir: (path) => of(path).mkdir(path),
    rename: (from, to) => of(to).rename(from, to),
    link: (existing, path) => of(path).link(existing, path),
    rm: (path) => of(path).rm(path),
    stat: (path) => of(path).stat(path),
    truncate: (path, length) => of(path).truncate(path, length),
    copyFile: (from, to) => of(to).copyFile(from, to),
    pause: (milliseconds) => inside.pause(milliseconds),
  };
}
