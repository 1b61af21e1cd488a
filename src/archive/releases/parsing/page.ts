import type { Institution } from '../../../shared/archive-info';
import type { ParsedRelease, Span } from '../../../shared/parsed-release';
import type { Partner } from '../../../shared/partner';
import { detectLanguage } from './language';
import type { Block } from './blocks';
import { splitBlocks } from './blocks';
import { foldForms, foldText } from './fold';

/** What the archive knows already, which the text is read against. */
export interface ParserContext {
  readonly institution: Institution;
  readonly partners: readonly Partner[];
}

/** What a whole block turned out to be. A block without a role is a body paragraph. */
export type Role =
  | 'photo'
  | 'label'
  | 'letterhead'
  | 'publication'
  | 'byline'
  | 'headline'
  | 'subheadline'
  | 'dateline'
  | 'caption'
  | 'credit'
  | 'boilerplate'
  | 'contact';

export type Findings = Omit<ParsedRelease, 'text' | 'language'>;

/** A release while it is being read: the text in blocks, and what was found so far. */
export interface Page {
  readonly text: string;
  /** Same length as the text; see `foldText`. */
  readonly folded: string;
  /** The same with its own characters, for names that are quoted; see `foldForms`. */
  readonly plain: string;
  readonly language: ParsedRelease['language'];
  readonly blocks: readonly Block[];
  readonly context: ParserContext;
  readonly roles: ReadonlyMap<number, Role>;
  /** Parts of blocks that are accounted for; what is left of a block stays in the body. */
  readonly cuts: readonly Span[];
  readonly found: Findings;
}

/** Reads one thing off the page and returns the page with it. */
export type Recogniser = (page: Page) => Page;

export function openPage(text: string, context: ParserContext): Page {
  const folded = foldText(text);
  return {
    text,
    folded,
    plain: foldForms(text),
    language: detectLanguage(folded),
    blocks: splitBlocks(text, folded),
    context,
    roles: new Map(),
    cuts: [],
    found: nothingFound,
  };
}

/** The page with further findings, roles and cuts. */
export function note(
  page: Page,
  news: {
    readonly found?: Partial<Findings>;
    readonly roles?: Iterable<readonly [number, Role]>;
    readonly cuts?: readonly Span[];
  },
): Page {
  return {
    ...page,
    found: { ...page.found, ...news.found },
    roles: news.roles ? new Map([...page.roles, ...news.roles]) : page.roles,
    cuts: news.cuts ? [...page.cuts, ...news.cuts] : page.cuts,
  };
}

/** The blocks that nothing has claimed yet. */
export function freeBlocks(page: Page): readonly Block[] {
  return page.blocks.filter((block) => !page.roles.has(block.index));
}

/** Long enough, and punctuated like, running text. */
export function isRunningText(block: Block): boolean {
  const han = /[\u3400-\u9fff]/.test(block.folded.slice(0, 40));
  const length = block.folded.length;
  return (
    block.kind === 'text' &&
    (length >= (han ? 70 : 180) ||
      (length >= (han ? 30 : 80) && /[.!?。！？;；]["”')]*$/.test(block.folded)))
  );
}

/** Of a page that says nothing. */
export const nothingFound: Findings = {
  headline: null,
  subheadline: null,
  dateline: null,
  byline: null,
  publicationDate: null,
  eventDate: null,
  embargo: null,
  paragraphs: [],
  captions: [],
  textCredit: null,
  photoCredit: null,
  boilerplate: null,
  mediaContact: null,
  people: [],
  partners: [],
};
