import { zipOf } from './reading-fixtures';

export interface OdtParts {
  /** The content of `office:text`. */
  readonly text: string;
  /** The content of `office:automatic-styles`. */
  readonly styles?: string;
  readonly title?: string;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** An OpenDocument text as LibreOffice lays it out. */
export function odtOf({ text, styles = '', title = '', parts = {} }: OdtParts): Promise<Buffer> {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml':
      '<office:document-styles><office:styles><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Illustration" style:family="paragraph" style:parent-style-name="Caption"/></office:styles></office:document-styles>',
    'meta.xml': `<office:document-meta><office:meta><dc:title>${title}</dc:title></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
    ...parts,
  });
}
