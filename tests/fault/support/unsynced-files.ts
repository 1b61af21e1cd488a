import { realFiles, type FileLayer } from '../../../src/archive/store/file-layer';

/** The real disk without its waits: for checks of which nobody will cut the power. */
export const unsyncedFiles: FileLayer = {
  ...realFiles,
  open: async (path, flags) => {
    const handle = await realFiles.open(path, flags);
    return {
      read: (into, at) => handle.read(into, at),
      writeFile: (data) => handle.writeFile(data),
      truncate: (length) => handle.truncate(length),
      datasync: () => Promise.resolve(),
      sync: () => Promise.resolve(),
      close: () => handle.close(),
    };
  },
};
