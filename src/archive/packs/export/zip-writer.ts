import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

interface ZipJob {
  /** The folder that holds the files. */
  readonly folder: string;
  /** Relative to the folder, with '/'. */
  readonly files: Iterable<string>;
  /** The one folder at the top of the ZIP. */
  readonly topFolder: string;
  readonly modified: Date;
  readonly signal: AbortSignal | undefined;
  readonly onFile: () => void;
}

/** Photos are compressed already; deflating them again costs time and saves nothing. */
const storedEndings = /\.(?:jpe?g|png|webp|gif|heic|avif)$/iu;

/** Writes a folder as ZIP (APPNOTE 6.3, names in UTF-8 with bit 11) and fsyncs it. */
export async function writeZip(path: string, job: ZipJob): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  let reading: ReadStream | undefined;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const file of job.files) {
    const options = {
      mtime: job.modified,
      mode: 0o100644,
      compress: !storedEndings.test(file),
    };
    zip.addReadStreamLazy(`${job.topFolder}/${file}`, options, (give) => {
      reading = createReadStream(join(job.folder, file));
      reading.once('error', (error) => output.destroy(error));
      reading.once('end', job.onFile);
      give(null, reading);
    });
  }
  zip.end();
  zip.outputStream.pipe(output);

  const handle = await open(path, 'wx');
  try {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      job.signal?.throwIfAborted();
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    // After a failure yazl would wait forever with the file open, and Windows couldn't delete it.
    reading?.destroy();
    await handle.close();
  }
}
