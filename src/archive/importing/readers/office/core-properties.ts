import { SaxesParser } from 'saxes';

/** What a document says of itself (ISO/IEC 29500-2, 8.3; ODF 1.3, part 3, 4); '' where it doesn't. */
export interface CoreProperties {
  readonly title: string;
  readonly keywords: string;
}

/** A damaged part says nothing. */
export function coreProperties(xml: string | null): CoreProperties {
  const found = { title: '', keywords: '' };
  if (xml === null) return found;
  const parser = new SaxesParser();
  let field: keyof typeof found | null = null;
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1);
    // OpenDocument has an element for each.
    if (local === 'keyword' && found.keywords !== '') found.keywords += ',';
    if (local === 'title') field = 'title';
    else field = local === 'keywords' || local === 'keyword' ? 'keywords' : null;
  });
  parser.on('text', (text) => {
    if (field !== null) found[field] += text;
  });
  parser.on('closetag', () => {
    field = null;
  });
  try {
    parser.write(xml).close();
  } catch {
    return found;
  }
  return found;
}

/** What programs write where nobody gave a title, and headings of every release. */
const placeholder =
  /^(?:microsoft (?:office )?word\b.*|(?:document|doc|untitled|blank|new document|title|template|word document|sample)[\s\d_-]*|(?:for immediate release|(?:press|news|media) release|press statement)[\s:.!-]*|(?:无标题|未命名|新建|文档|文稿|标题|空白)[\s\S]{0,16}|新闻稿|新闻通稿|通稿|.*\.(?:docx?|dotx?|wps|rtf|txt|pdf|html?))$/i;

/** Whether somebody gave this title to this text. */
export function isRealTitle(title: string): boolean {
  return /\p{L}/u.test(title) && title.length > 2 && !placeholder.test(title);
}
