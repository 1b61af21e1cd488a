import { withoutHidden } from './hidden-text';

/** A main part that Word's reader takes in whole, and what a person should know of it. */
interface PreparedDocument {
  readonly xml: string;
  readonly changes: number;
  readonly hidden: number;
  readonly picturesLost: number;
}

const alternate = 'mc:AlternateContent';

/**
 * Brings what the library passes over into a form that it reads: text boxes and pictures for which a
 * program wrote no fallback for old readers, and pictures whose relationship is missing; what is hidden is left out. Prefixes are
 * those that Word, LibreOffice, WPS and Google Docs write.
 */
export function prepareDocument(
  xml: string,
  relationshipIds: ReadonlySet<string>,
  hidingStyles: ReadonlySet<string>,
): PreparedDocument {
  const shown = withoutHidden(xml, hidingStyles);
  let picturesLost = 0;
  const withPictures = shown.xml.replaceAll(
    /\s(r:embed|r:link|r:id)="([^"]{0,200})"(?=[^<>]*>)/g,
    (whole, _name: string, id: string) => {
      if (relationshipIds.has(id)) return whole;
      if (!whole.startsWith(' r:id')) picturesLost++;
      return '';
    },
  );
  const changes = [...xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo)[\s/>]/g)].length;
  const boxed = withPictures.includes('<w:txbxContent') || withPictures.includes('<pic:pic');
  return {
    xml: boxed ? withFallbacks(withPictures) : withPictures,
    changes,
    hidden: shown.count,
    picturesLost,
  };
}

function withFallbacks(xml: string): string {
  return replaceOutermost(
    replaceOutermost(xml, alternate, fallbackOf),
    'w:drawing',
    // Inside of a fallback that is kept there are no new drawings.
    (drawing) => (drawing.includes('<w:txbxContent') ? textBoxOf(drawing) : drawing),
  );
}

function fallbackOf(content: string): string {
  const start = content.indexOf('<mc:Fallback');
  const choice = start === -1 ? content : content.slice(0, start);
  const fallback = start === -1 ? '' : content.slice(start);
  if (choice.includes('<w:txbxContent') && !fallback.includes('<w:txbxContent')) {
    return textBoxOf(choice);
  }
  const isShown = fallback.includes('<v:imagedata') || fallback.includes('<a:blip');
  if (!choice.includes('<pic:pic') || isShown) return content;
  const inner = /^<mc:AlternateContent\b[^>]*>\s*<mc:Choice\b[^>]*>([\s\S]*)<\/mc:Choice>/.exec(
    choice,
  );
  return inner?.[1] ?? content;
}

/** What a text box says, in the older form, which the library reads. */
function textBoxOf(xml: string): string {
  const texts: string[] = [];
  replaceOutermost(xml, 'w:txbxContent', (content) => {
    texts.push(content);
    return '';
  });
  const vml = 'xmlns:v="urn:schemas-microsoft-com:vml"';
  return `<w:pict><v:shape ${vml}><v:textbox>${texts.join('')}</v:textbox></v:shape></w:pict>`;
}

/** Replaces every element of this name that isn't inside of another; in time linear in the length. */
function replaceOutermost(xml: string, name: string, replace: (element: string) => string): string {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g');
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let at = 0;
  for (const tag of xml.matchAll(tags)) {
    if (tag[2] === '/') continue;
    if (tag[1] === '') {
      if (depth++ === 0) start = tag.index;
    } else if (depth > 0 && --depth === 0) {
      const end = tag.index + tag[0].length;
      parts.push(xml.slice(at, start), replace(xml.slice(start, end)));
      at = end;
    }
  }
  parts.push(xml.slice(at));
  return parts.join('');
}
