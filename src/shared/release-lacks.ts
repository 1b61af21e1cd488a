import type { Release } from './release';

/** What a filed release doesn't say although a press office has to know it. */
export interface ReleaseLacks {
  readonly publicationDate: boolean;
  /** How many of its photos have no caption in it. */
  readonly captions: number;
  /** How many have no credit line, where the release names nobody for all its photos either. */
  readonly credits: number;
}

type Looked = Pick<Release, 'status' | 'deletedAt' | 'publicationDate' | 'photoCredit' | 'photos'>;

/**
 * Null where nothing is missing. Drafts aren't finished anyway, and nobody hands out what was
 * withdrawn or lies in the trash: none of them needs a look.
 */
export function lacksOf(release: Looked): ReleaseLacks | null {
  const { status, deletedAt, publicationDate, photoCredit, photos } = release;
  if (status !== 'filed' || deletedAt !== null) return null;
  const isCredited =
    photoCredit !== null && `${photoCredit.name}${photoCredit.organisation}` !== '';
  let captions = 0;
  let credits = 0;
  for (const { caption, creditLine } of photos) {
    if (caption === '') captions += 1;
    if (creditLine === '' && !isCredited) credits += 1;
  }
  if (publicationDate !== null && captions === 0 && credits === 0) return null;
  return { publicationDate: publicationDate === null, captions, credits };
}

type Asking = Looked & Pick<Release, 'review'>;

/** Whether somebody should look at it: it lacks something, or an import has a question. */
export function needsLook(release: Asking): boolean {
  if (release.deletedAt !== null) return false;
  return (release.review?.length ?? 0) > 0 || lacksOf(release) !== null;
}
