import { z } from 'zod';
import { embargoAt } from '../embargo';
import { releaseLanguages, releaseStatuses } from '../release';

/* The schemas that requests of several features share. */

export const id = z.uuid();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const isoDate = z.iso.date();
export const line = z.string().max(2_000);
export const text = z.string().max(20_000_000);
export const folder = z.string().min(1).max(4_096);
/** The instant is worked out anew from the other two. */
const embargo = z
  .strictObject({
    local: z.string().max(16),
    zone: z.string().max(100),
    until: z.string().max(40),
  })
  .refine(({ local, zone }) => embargoAt(local, zone) !== null);
const credit = z.strictObject({ name: line, organisation: line });

export const releaseContent = z.strictObject({
  language: z.enum(releaseLanguages),
  status: z.enum(releaseStatuses),
  headline: line,
  subheadline: line,
  dateline: line,
  byline: line,
  publicationDate: isoDate.nullable(),
  eventDate: isoDate.nullable(),
  embargo: embargo.nullable(),
  body: text,
  boilerplate: z.string().max(100_000),
  mediaContact: z.string().max(20_000),
  textCredit: credit.nullable(),
  photoCredit: credit.nullable(),
  people: z.array(z.strictObject({ name: line, title: line })).max(1_000),
  tags: z.array(line).max(200),
  partnerIds: z.array(id).max(500),
  photos: z
    .array(
      z.strictObject({
        photoId: sha256,
        caption: z.string().max(20_000),
        altText: z.string().max(20_000),
        creditLine: line,
      }),
    )
    .max(500),
});
export const releaseSource = z.strictObject({
  fileName: line,
  sha256,
  bytes: z.number().int().nonnegative(),
  encoding: z.string().max(40),
  part: line.optional(),
});

/** Changes of one group that follow one another are undone together. */
export const group = id.optional();

export const fileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
