import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Institution } from '../../shared/archive-info';
import { isTimeZone } from '../../shared/embargo';
import { partnerKinds, type Partner } from '../../shared/partner';
import { releaseStatuses } from '../../shared/release';
import { sortOrders } from '../../shared/search';

/* The files of `resources/sample`: what each may say. They are ours, so a fault in one is a fault of
   the program, and is told as what the schema says of it. */

const line = z.string().min(1);
const inBoth = z.strictObject({ en: line.optional(), zh: line.optional() });

const collectionSchema = z.strictObject({
  institution: z.strictObject({
    name: z.strictObject({ en: line, zh: line }),
    abbreviation: line,
  }),
  partners: z.array(
    z.strictObject({
      name: line,
      aliases: z.array(z.strictObject({ name: line, language: z.enum(['en', 'zh']) })),
      kind: z.enum(partnerKinds),
      country: z.string().length(2),
    }),
  ),
  /** By file name; in the language of the release that shows it. */
  photos: z.record(line, z.strictObject({ credit: inBoth, altText: inBoth })),
  packs: z.array(
    z.strictObject({ title: line, coverNote: line, contact: line, releases: z.array(line).min(1) }),
  ),
  searches: z.array(z.strictObject({ name: line, text: line, sort: z.enum(sortOrders) })),
});

const frontMatterSchema = z.strictObject({
  language: z.enum(['en', 'zh']),
  status: z.enum(releaseStatuses).default('filed'),
  published: z.iso.date().nullable().default(null),
  event: z.iso.date().nullable().default(null),
  /** Ends so many days after the sample is made, by the clock of a zone; published on that day. */
  embargo: z
    .strictObject({
      days: z.int().positive(),
      time: z.iso.time({ precision: -1 }),
      zone: z.string().refine(isTimeZone),
    })
    .nullable()
    .default(null),
  /** What an import asks about it: whether it tells in its language what another one tells. */
  mayTranslate: line.nullable().default(null),
  subheadline: z.string().default(''),
  dateline: z.string().default(''),
  byline: z.string().default(''),
  tags: z.array(line).min(1),
  partners: z.array(line).default([]),
  /** "Name, title" */
  people: z.array(line).default([]),
  /** "Name, organisation" */
  textCredit: line.nullable().default(null),
  photoCredit: line.nullable().default(null),
  boilerplate: z.string().default(''),
  contact: z.string().default(''),
  /** The file in `sources/` that it was filed from. */
  source: line.nullable().default(null),
  /** Without a caption, somebody has to write it. */
  photos: z.array(z.strictObject({ file: line, caption: z.string().default('') })).default([]),
});

export type SampleCollection = z.infer<typeof collectionSchema>;

export interface SampleRelease extends z.infer<typeof frontMatterSchema> {
  /** Name of its file without the extension; packs name it so. */
  readonly name: string;
  readonly headline: string;
  readonly body: string;
}

export interface Sample extends SampleCollection {
  readonly folder: string;
  /** The oldest first, those without a date last. */
  readonly releases: readonly SampleRelease[];
}

export type SampleLanguage = SampleRelease['language'];

/** The institution, by its name in that language. */
export function institutionIn(
  { institution: { name, abbreviation } }: SampleCollection,
  language: SampleLanguage,
): Institution {
  const other = language === 'en' ? 'zh' : 'en';
  return { name: name[language], otherNames: [abbreviation, name[other]] };
}

/** A partner by its first name in that language; the name that it has otherwise becomes an alias. */
export function partnerIn(
  { name, aliases, kind, country }: SampleCollection['partners'][number],
  language: SampleLanguage,
): Omit<Partner, 'id'> {
  const wanted = language === 'en' ? undefined : aliases.find((each) => each.language === language);
  const partner = { name, aliases, kind, country, note: '' };
  if (wanted === undefined) return partner;
  const others = aliases.filter((alias) => alias !== wanted);
  return { ...partner, name: wanted.name, aliases: [{ name, language: 'en' }, ...others] };
}

/** Reads the sample's files. `folder` is the project's `resources/sample`. */
export async function readSample(folder: string): Promise<Sample> {
  const text = await readFile(join(folder, 'sample.yaml'), 'utf8');
  const collection = collectionSchema.parse(parse(text));
  const names = (await readdir(join(folder, 'releases'))).filter((name) => name.endsWith('.md'));
  const releases = await Promise.all(
    names.sort().map(async (fileName) => {
      const markdown = await readFile(join(folder, 'releases', fileName), 'utf8');
      return releaseOf(fileName.slice(0, -'.md'.length), markdown);
    }),
  );
  return { ...collection, folder, releases };
}

const fileShape = /^---\r?\n(?<front>.*?)\r?\n---\r?\n\s*# (?<headline>[^\r\n]+)\r?\n(?<body>.*)$/s;

/** Front matter, the headline as the one heading of the first rank, and the body. */
export function releaseOf(name: string, markdown: string): SampleRelease {
  const { front, headline, body } = fileShape.exec(markdown)?.groups ?? {};
  if (front === undefined || headline === undefined || body === undefined) {
    throw new Error(`The sample's release ${name} has no front matter or no headline.`);
  }
  const parsed = frontMatterSchema.safeParse(parse(front));
  if (!parsed.success) {
    throw new Error(`The sample's release ${name}: ${z.prettifyError(parsed.error)}`);
  }
  return { ...parsed.data, name, headline, body: body.trim() };
}
