import type { ArrivedPhoto, FileFacts, Intake } from '../../shared/intake';
import type { ImportRemark } from '../../shared/importing';
import type { Guess, ParsedRelease } from '../../shared/parsed-release';
import type { Credit, ReleaseSource } from '../../shared/release';
import { plainWords } from '../releases/plain-words';
import { inspectPhoto } from '../photos/photo-inspection';
import type { PhotoService } from '../photos/photo-service';
import { parsePressRelease, type ParserContext } from '../releases/press-release-parser';
import type { ReadImage, ReadRelease } from './readers/reader';
import { textToParse } from './text-to-parse';

/** Pictures this small are dots that count readers, not photos. Pixels. */
const smallest = 2;

export type DraftedRelease = Omit<
  Extract<Intake, { readonly kind: 'release' }>,
  'kind' | 'likenesses'
>;

/**
 * What a reader made of a file, as a person gets to see it: its photos staged, its text taken apart, the
 * places of its photos named by their SHA-256.
 */
export async function draftRelease(
  read: ReadRelease,
  source: ReleaseSource,
  photos: Pick<PhotoService, 'stage'>,
  context: ParserContext,
): Promise<DraftedRelease> {
  const arrived: ArrivedPhoto[] = [];
  const places = new Map<number, string>();
  let unreadable = 0;
  for (const [number, image] of read.images.entries()) {
    const photo = await stagedPhoto(image, photos);
    if (photo === 'unreadable') unreadable += 1;
    if (photo === 'unreadable' || photo === null) continue;
    places.set(number, photo.photo.id);
    if (!arrived.some((other) => other.photo.id === photo.photo.id)) arrived.push(photo);
  }
  const body = read.body.replaceAll(imagePlace, (place, number: string) => {
    // A number that no picture has is a person's own words.
    if (Number(number) >= read.images.length) return place;
    const id = places.get(Number(number));
    return id === undefined ? '' : `![](photo:${id})`;
  });
  const { title, summary = '', byline, publicationDate, status, tags } = read;
  const facts: FileFacts = { title, summary, byline, publicationDate, status, tags };
  return {
    source,
    parsed: withPlainFields(read.parsed ?? parsePressRelease(textToParse(title, body), context)),
    encodingSure: read.encoding?.sure ?? true,
    facts,
    photos: arrived,
    remarks: withUnreadable(read.remarks, unreadable),
  };
}

/** Only the body is Markdown; what stands in the other fields is words. Spans stay as they are. */
function withPlainFields(parsed: ParsedRelease): ParsedRelease {
  const plainGuess = (found: Guess<string> | null): Guess<string> | null =>
    found === null ? null : { ...found, value: plainWords(found.value) };
  const plainCredit = (found: Guess<Credit> | null): Guess<Credit> | null =>
    found === null
      ? null
      : {
          ...found,
          value: {
            name: plainWords(found.value.name),
            organisation: plainWords(found.value.organisation),
          },
        };
  return {
    ...parsed,
    headline: plainGuess(parsed.headline),
    subheadline: plainGuess(parsed.subheadline),
    dateline: plainGuess(parsed.dateline),
    byline: plainGuess(parsed.byline),
    captions: parsed.captions.map((caption) => ({
      ...caption,
      value: plainWords(caption.value),
      creditLine: plainWords(caption.creditLine),
    })),
    textCredit: plainCredit(parsed.textCredit),
    photoCredit: plainCredit(parsed.photoCredit),
    boilerplate: plainGuess(parsed.boilerplate),
    mediaContact: plainGuess(parsed.mediaContact),
  };
}

const imagePlace = /!\[\]\(image:(\d+)\)/g;

/** null for one that isn't worth keeping. */
async function stagedPhoto(
  image: ReadImage,
  photos: Pick<PhotoService, 'stage'>,
): Promise<ArrivedPhoto | 'unreadable' | null> {
  const inspected = inspectPhoto(image.bytes);
  if (inspected === null) return 'unreadable';
  if (inspected.width <= smallest && inspected.height <= smallest) return null;
  try {
    const photo = await photos.stage(image.fileName, image.bytes);
    const { caption, altText, creditLine } = image;
    return { photo, caption, altText, creditLine };
  } catch (thrown) {
    if (isPhotoFault(thrown)) return 'unreadable';
    throw thrown;
  }
}

function isPhotoFault(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
  return code === 'photo-invalid' || code === 'file-too-large';
}

function withUnreadable(
  remarks: readonly ImportRemark[],
  unreadable: number,
): readonly ImportRemark[] {
  if (unreadable === 0) return remarks;
  const others = remarks.filter(({ code }) => code !== 'pictures-unreadable');
  const before = remarks.find(({ code }) => code === 'pictures-unreadable')?.count ?? 0;
  return [...others, { code: 'pictures-unreadable', count: before + unreadable }];
}
