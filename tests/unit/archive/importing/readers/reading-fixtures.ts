import { encode } from 'fast-png';
import yazl from 'yazl';
import type {
  GivenFile,
  ReadingOptions,
  ReadItem,
  Reader,
  ReadRelease,
} from '../../../../../src/archive/importing/readers/reader';

/** A small PNG; another shade gives other bytes. */
export function png(shade = 0, side = 8): Uint8Array {
  const data = new Uint8Array(side * side * 3).fill(shade);
  return encode({ width: side, height: side, data, channels: 3 });
}

export function dataAddress(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}

/** The path of a file beside, and its bytes. */
export type Beside = Readonly<Record<string, Uint8Array>>;

export function options(beside: Beside = {}, encoding: string | null = null): ReadingOptions {
  return {
    encoding,
    signal: null,
    findBeside: async (path) => {
      const bytes = beside[path];
      return bytes === undefined ? null : { name: path.split('/').at(-1) ?? '', bytes };
    },
  };
}

export function given(name: string, content: string | Uint8Array): GivenFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content };
}

export async function itemsOf(
  reader: Reader,
  file: GivenFile,
  reading = options(),
): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of reader.read(file, reading)) items.push(item);
  return items;
}

/** The one release of a file. */
export async function releaseOf(
  reader: Reader,
  file: GivenFile,
  reading = options(),
): Promise<ReadRelease> {
  const items = await itemsOf(reader, file, reading);
  const found = items.flatMap((item) => (item.kind === 'release' ? [item.release] : []));
  if (found.length !== 1) throw new Error(`${found.length} releases`);
  return found[0]!;
}

export async function zipOf(
  entries: Readonly<Record<string, string | Uint8Array>>,
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    // OpenDocument's type lies open at the beginning.
    zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

const styles = Object.entries({
  Title: 'Title',
  Kop1: 'heading 1',
  Kop2: 'heading 2',
  Bijschrift: 'caption',
  Auteur: 'Author',
  Datum: 'Date',
})
  .map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');

export interface WordParts {
  /** The content of `w:body`. */
  readonly body: string;
  readonly title?: string;
  readonly keywords?: string;
  /** By relationship id. */
  readonly pictures?: Readonly<Record<string, Uint8Array>>;
  readonly parts?: Readonly<Record<string, string>>;
  readonly relationships?: string;
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document as Word lays it out, its styles named by ids of another language. */
export async function docxOf(document: WordParts): Promise<Buffer> {
  const pictures = Object.entries(document.pictures ?? {});
  const relationships = pictures
    .map(
      ([id]) => `<Relationship Id="${id}" Type="${officeTypes}/image" Target="media/${id}.png"/>`,
    )
    .join('');
  const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipOf({
    '_rels/.rels': `<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${officeTypes}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${document.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelationships}">${relationships}${document.relationships ?? ''}</Relationships>`,
    'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${document.title ?? ''}</dc:title><cp:keywords>${document.keywords ?? ''}</cp:keywords></cp:coreProperties>`,
    ...Object.fromEntries(pictures.map(([id, bytes]) => [`word/media/${id}.png`, bytes])),
    ...document.parts,
  });
}

export function paragraph(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${run(text)}</w:p>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function drawing(relationship: string, description = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${relationship}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
