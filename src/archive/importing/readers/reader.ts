import type { ImportRemark } from '../../../shared/importing';
import type { ParsedRelease } from '../../../shared/parsed-release';
import type { IsoDate, ReleaseStatus } from '../../../shared/release';
import type { ParserContext } from '../../releases/press-release-parser';

/** A file as it was given: its bytes say what it is, its name only how people call it. */
export interface GivenFile {
  /** The last part of its path, or of its path inside a container. */
  readonly name: string;
  /** Inside its container, '/' between folders; absent for a file that lies in none. */
  readonly path?: string;
  readonly bytes: Uint8Array;
}

/** A picture that came with a text. */
export interface ReadImage {
  /** With the ending of what its bytes are. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** '' where the file says none; text without Markdown. */
  readonly caption: string;
  readonly altText: string;
  readonly creditLine: string;
}

export type ReadRemark = ImportRemark;

/**
 * What a file says before the press-release parser has looked at it. What the file doesn't say is ''
 * or null or empty.
 */
export interface ReadRelease {
  /** Tells the releases of one file apart and stays the same at every reading; '' where it has one. */
  readonly key: string;
  /** The title that the format itself names: a subject, a `<title>`, a post's title. */
  readonly title: string;
  /** The summary that the format keeps apart from the text, as plain text; absent where it has none. */
  readonly summary?: string;
  readonly byline: string;
  /** From the format's own date field. The parser looks for the one in the text. */
  readonly publicationDate: IsoDate | null;
  readonly status: ReleaseStatus;
  readonly tags: readonly string[];
  /**
   * Markdown (CommonMark, with GFM's tables and strikethrough) without the title. A picture stands
   * where it stood as a paragraph of its own, `![](image:N)`, N counting `images` from 0; one that
   * has no place is named nowhere.
   */
  readonly body: string;
  readonly images: readonly ReadImage[];
  readonly remarks: readonly ReadRemark[];
  /** Title and body taken apart already, where the reading was given a `context` and the text is long. */
  readonly parsed?: ParsedRelease;
  /** How the text was decoded, where the format leaves that to its readers. */
  readonly encoding?: ReadEncoding;
}

interface ReadEncoding {
  /** WHATWG name, in small letters. */
  readonly name: string;
  /** False where another encoding would also have given a text. */
  readonly sure: boolean;
}

/** What comes out of a file. Its bytes belong to whoever takes it: the reader keeps no use of them. */
export type ReadItem =
  | { readonly kind: 'release'; readonly release: ReadRelease }
  /** A file inside: an entry of a ZIP, a text that came with a letter. It's read by its own reader. */
  | { readonly kind: 'file'; readonly file: GivenFile }
  /** Something about the file as a whole. */
  | { readonly kind: 'remark'; readonly remark: ReadRemark }
  /** A part that can't be read; the sentence is plain and names it. The rest goes on. */
  | { readonly kind: 'failed'; readonly name: string; readonly error: Error };

/** What is known of a file before it is read. */
export interface RecognisedFile {
  readonly sha256: string;
  /** As of its reader. */
  readonly holdsOthers: boolean;
}

/** What comes out of reading a file with whichever reader recognises it: first what it is. */
export type FileItem = ReadItem | ({ readonly kind: 'recognised' } & RecognisedFile);

export interface ReadingOptions {
  /** Reads a text with this encoding (WHATWG name) instead of the detected one. */
  readonly encoding: string | null;
  /** Called now and then while a long file is read; a reader that is silent for long is ended. */
  readonly onProgress?: () => void;
  /** Finds a file beside an export by its path or name; null where there is none. */
  readonly findBeside: (path: string) => Promise<GivenFile | null>;
  readonly signal: AbortSignal | null;
  /** With it long texts are taken apart where they are read. */
  readonly context?: ParserContext;
}

/**
 * Reads one format. A reader never fetches anything, never writes, and bounds its memory and time.
 * `read` throws an `ArchiveError` whose message is one plain sentence that names the file, with a code
 * of 'file-…'; what it has given before stays given.
 */
export interface Reader {
  readonly format: string;
  /** Whether a file of this format may hold more than one release, or files of their own. */
  readonly holdsOthers?: true;
  /** Judged by content. Readers are asked in the order of the table; the first that says yes reads. */
  recognises(file: GivenFile): boolean;
  read(file: GivenFile, options: ReadingOptions): AsyncIterable<ReadItem>;
}
