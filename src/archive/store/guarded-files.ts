import type { FileLayer, OpenFile } from './file-layer';

/** undefined where writing is allowed, else a promise that resolves when it is, or rejects. */
type Permission = () => Promise<void> | undefined;

/**
 * A disk that is only written to by whoever has the lock. It is asked before each single operation,
 * since a computer can fall asleep between any two of them and wake up when the archive is somebody
 * else's. An fsync is asked behind too: what was written before the computer slept, and reached the
 * disk afterwards, must not be acknowledged.
 *
 * A folder is made only where `present` resolves: an archive that vanished between two of its files
 * must not be begun anew under the same name.
 */
export function guardedFiles(
  files: FileLayer,
  permission: Permission,
  present: () => Promise<void> = () => Promise.resolve(),
): FileLayer {
  const guard = <T>(work: () => Promise<T>): Promise<T> => {
    const asked = permission();
    return asked === undefined ? work() : asked.then(work);
  };
  const guardBehind = async (work: () => Promise<void>): Promise<void> => {
    await work();
    await permission();
  };
  const guardFile = (handle: OpenFile): OpenFile => ({
    read: (into, at) => handle.read(into, at),
    writeFile: (data) => guard(() => handle.writeFile(data)),
    truncate: (length) => guard(() => handle.truncate(length)),
    datasync: () => guardBehind(() => handle.datasync()),
    sync: () => guardBehind(() => handle.sync()),
    close: () => handle.close(),
  });
  return {
    open: async (path, flags) => {
      if (flags === 'r') return files.open(path, flags);
      return guardFile(await guard(() => files.open(path, flags)));
    },
    readFile: (path) => files.readFile(path),
    readdir: (path) => files.readdir(path),
    mkdir: (path) => guard(() => present().then(() => files.mkdir(path))),
    rename: (from, to) => guard(() => files.rename(from, to)),
    link: (existing, path) => guard(() => files.link(existing, path)),
    rm: (path) => guard(() => files.rm(path)),
    stat: (path) => files.stat(path),
    truncate: (path, length) => guard(() => files.truncate(path, length)),
    copyFile: (from, to) => guard(() => files.copyFile(from, to)),
    pause: (milliseconds) => files.pause(milliseconds),
  };
}
