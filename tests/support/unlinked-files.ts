import { realFiles, type FileLayer } from '../../src/archive/store/file-layer';

/** The real disk as if it were a memory stick: it has no hard links. */
export const unlinkedFiles: FileLayer = {
  ...realFiles,
  link: (existing) =>
    Promise.reject(
      Object.assign(new Error('EPERM: made for a test'), { code: 'EPERM', path: existing }),
    ),
};
