/** A file that arrives, and where it lay within what was dropped. */
export interface ArrivingFile {
  /** With slashes; the name alone for a file that came by itself. */
  readonly path: string;
  readonly file: File;
}

export interface Arrival {
  readonly files: readonly ArrivingFile[];
  readonly hasFolder: boolean;
}

/** So many texts are looked through one by one; of more, nobody would see the end. */
const mostInForm = 5;

/** Whether the name says that it is a photo. */
export function isNamedPhoto({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return type.startsWith('image/') || /\.(jpe?g|png|webp|gif|tiff?|heic|avif)$/i.test(name);
}

/** Whether what arrives is for an import; else each text goes into the filing form. */
export function belongsToImport({ files, hasFolder }: Arrival): boolean {
  if (hasFolder) return true;
  if (files.some(({ file }) => /\.(zip|xml|wxr)$/i.test(file.name))) return true;
  return files.filter(({ file }) => !isNamedPhoto(file)).length > mostInForm;
}
