import type { Confidence, PartnerProposal, Span } from '../../../shared/parsed-release';
import type { Partner } from '../../../shared/partner';
import { inSimplifiedHan } from '../../search/han-variants';
import type { MentionFinder } from '../../partners/mention-finder';
import { buildMentionFinder } from '../../partners/mention-finder';
import type { Block } from './blocks';
import { findHanOrganisations } from './han-organisations';
import { findLatinOrganisations } from './latin-organisations';
import { mergeVariants } from './merge-variants';
import type { OrganisationCandidate } from './organisation';
import { proposalPoints } from './organisation';
import type { Page, Recogniser } from './page';
import { note } from './page';
import { overlaps, subtractSpans } from './spans';

/** Unknown names are looked for so far; known ones in the whole text. */
const searchedLength = 60_000;
const mostProposals = 8;
const order: Record<Confidence, number> = { high: 0, medium: 1, low: 2 };

/** Partners of the authority file that the text names, and organisations that may be new ones. */
export const recognisePartners: Recogniser = (page: Page): Page => {
  const known = findKnown(page);
  const proposed = propose(page, known);
  const partners = [...known, ...proposed].sort(
    (a, b) => order[a.confidence] - order[b.confidence] || b.mentions.length - a.mentions.length,
  );
  return note(page, { found: { partners } });
};

function findKnown(page: Page): readonly PartnerProposal[] {
  const mentions = new Map<string, Span[]>();
  for (const { partnerId, span } of finderOf(page).find(page.folded)) {
    mentions.set(partnerId, [...(mentions.get(partnerId) ?? []), span]);
  }
  return [...mentions].map(([partnerId, spans]) => {
    const names = spans.map(({ start, end }) => page.text.slice(start, end).replace(/\s+/g, ' '));
    const inHeadline = standsInHeadline(page, spans);
    return {
      name: names.reduce((longest, name) => (name.length > longest.length ? name : longest), ''),
      partnerId,
      mentions: spans,
      inHeadline,
      confidence: inHeadline || spans.length > 1 ? 'high' : 'medium',
    };
  });
}

function propose(page: Page, known: readonly PartnerProposal[]): readonly PartnerProposal[] {
  const headline = page.found.headline;
  const people = page.found.people.map(({ value }) => value.name);
  const hanPeople = new Set(people.map(inSimplifiedHan));
  const texts = page.blocks
    .filter((block) => block.span.start < searchedLength && isBody(page, block.index))
    .map((block) => withoutCuts(page, block).slice(0, searchedLength));
  const title = headline ? page.folded.slice(headline.span.start, headline.span.end) : '';
  const candidates = mergeVariants(
    [
      ...findLatinOrganisations(title, texts, people),
      ...findHanOrganisations(title, texts, hanPeople),
    ],
    page.context.institution,
    page.folded.slice(0, searchedLength),
  );
  const likely = candidates.filter(({ points }) => points >= proposalPoints.low);
  return withMentions(page, likely)
    .filter(
      (proposal) =>
        !proposal.mentions.some((span) =>
          known.some((other) => other.mentions.some((one) => overlaps(one, span))),
        ),
    )
    .sort(
      (a, b) => order[a.confidence] - order[b.confidence] || b.mentions.length - a.mentions.length,
    )
    .slice(0, mostProposals);
}

function withMentions(
  page: Page,
  candidates: readonly OrganisationCandidate[],
): readonly PartnerProposal[] {
  const finder = buildMentionFinder(
    candidates.map(({ name, variants }, i) => ({
      id: String(i),
      name,
      aliases: variants.map((variant) => ({ name: variant, language: 'und' })),
    })),
  );
  const spans = candidates.map((): Span[] => []);
  for (const { partnerId, span, alias } of finder.find(page.folded)) {
    // "apple" is no mention of "Apple".
    if (startsAlike(page.folded.charAt(span.start), alias)) spans[Number(partnerId)]?.push(span);
  }
  return candidates.flatMap((candidate, i) => {
    const mentions = spans[i] ?? [];
    if (mentions.length === 0) return [];
    const inHeadline = standsInHeadline(page, mentions);
    return [
      {
        name: asWritten(page, candidate.name, mentions),
        partnerId: null,
        mentions,
        inHeadline,
        confidence: confidenceOf(candidate),
      },
    ];
  });
}

/** In the characters of the text, of which the folded one has only the simplified ones. */
function asWritten(page: Page, name: string, mentions: readonly Span[]): string {
  const mention = mentions.find(({ start, end }) => page.folded.slice(start, end) === name);
  return mention ? page.plain.slice(mention.start, mention.end) : name;
}

function confidenceOf({ points, isIssuer }: OrganisationCandidate): Confidence {
  if (isIssuer || points < proposalPoints.medium) return 'low';
  return points >= proposalPoints.high ? 'high' : 'medium';
}

/** Many releases are read against one authority file; its finder is made once. */
const finders = new WeakMap<readonly Partner[], MentionFinder>();

function finderOf(page: Page): MentionFinder {
  const { partners } = page.context;
  const known = finders.get(partners);
  if (known) return known;
  const finder = buildMentionFinder(
    partners.map(({ id, name, aliases }) => ({
      id,
      name: inSimplifiedHan(name),
      aliases: aliases.map((alias) => ({ ...alias, name: inSimplifiedHan(alias.name) })),
    })),
  );
  finders.set(partners, finder);
  return finder;
}

function isBody(page: Page, block: number): boolean {
  const role = page.roles.get(block);
  return role === undefined || role === 'caption' || role === 'subheadline' || role === 'dateline';
}

/** What other findings took, such as the names of reporters, is a stop. */
function withoutCuts(page: Page, { span, folded }: Block): string {
  const cuts = page.cuts.filter((cut) => overlaps(cut, span));
  if (cuts.length === 0) return folded;
  return subtractSpans(span, cuts)
    .map(({ start, end }) => folded.slice(start - span.start, end - span.start))
    .join('\n');
}

function standsInHeadline(page: Page, spans: readonly Span[]): boolean {
  const headline = page.found.headline?.span;
  return headline !== undefined && spans.some((span) => overlaps(span, headline));
}

function startsAlike(found: string, alias: string): boolean {
  return alias.normalize('NFKC').startsWith(found.normalize('NFKC').charAt(0));
}
