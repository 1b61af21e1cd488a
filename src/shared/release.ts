import type { Embargo } from './embargo';
import type { PartnerId } from './partner';
import type { PhotoUse } from './photo';
import type { ReviewNote } from './review';

/** UUID, version 7 (RFC 9562): sorts by the time of filing. */
export type ReleaseId = string;

/** UUID: releases that tell one story in several languages share it. */
export type StoryId = string;

/** `YYYY-MM-DD`. A release without a date has null, never a made-up one. */
export type IsoDate = string;

export const releaseStatuses = ['draft', 'filed', 'withdrawn'] as const;
export type ReleaseStatus = (typeof releaseStatuses)[number];

/** BCP 47: the two languages in which the text analysis is at home, and 'und' for any other. */
export const releaseLanguages = ['en', 'zh', 'und'] as const;
export type ReleaseLanguage = (typeof releaseLanguages)[number];

/** Who wrote the text or took the photos, and where they work. */
export interface Credit {
  readonly name: string;
  readonly organisation: string;
}

export interface Person {
  readonly name: string;
  /** Title and office as the release gives them, or ''. */
  readonly title: string;
}

/** What an officer types or corrects; all that a release says. */
export interface ReleaseContent {
  readonly language: ReleaseLanguage;
  readonly status: ReleaseStatus;
  readonly headline: string;
  readonly subheadline: string;
  /** The place and date that open the text, as written ("GENEVA, 4 August"). */
  readonly dateline: string;
  readonly byline: string;
  readonly publicationDate: IsoDate | null;
  readonly eventDate: IsoDate | null;
  /** Until when it must not be published; whether that still holds, the clock says (`isEmbargoed`). */
  readonly embargo: Embargo | null;
  /** Markdown (CommonMark). */
  readonly body: string;
  readonly boilerplate: string;
  readonly mediaContact: string;
  readonly textCredit: Credit | null;
  readonly photoCredit: Credit | null;
  readonly people: readonly Person[];
  readonly tags: readonly string[];
  readonly partnerIds: readonly PartnerId[];
  /** The first photo is the lead photo. */
  readonly photos: readonly PhotoUse[];
}

/** The file that a release was made from, kept byte for byte. */
export interface ReleaseSource {
  /** Name of the file as it arrived; '' for pasted text. */
  readonly fileName: string;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** WHATWG name of the encoding with which it was read; '' for a format that isn't plain text. */
  readonly encoding: string;
  /** Which release of the file it is, where the file holds several. */
  readonly part?: string | undefined;
}

/** A release as the archive keeps it. */
export interface Release extends ReleaseContent {
  readonly id: ReleaseId;
  /** 1 when filed, one more with every revision. */
  readonly revision: number;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Set while the release lies in the trash. */
  readonly deletedAt: string | null;
  readonly source: ReleaseSource | null;
  /** The story that it tells together with releases in other languages. */
  readonly storyId?: StoryId;
  /** What an import wants a person to decide. */
  readonly review?: readonly ReviewNote[];
}

/** One row of a list: no body. */
export interface ReleaseSummary {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly language: ReleaseLanguage;
  readonly status: ReleaseStatus;
  readonly publicationDate: IsoDate | null;
  readonly eventDate: IsoDate | null;
  readonly partnerIds: readonly PartnerId[];
  readonly tags: readonly string[];
  readonly photoCount: number;
  readonly leadPhotoId: string | null;
  /** The first words of the body. */
  readonly excerpt: string;
  readonly deletedAt: string | null;
  readonly embargo: Embargo | null;
  /** It tells a story together with releases in other languages. */
  readonly isInStory: boolean;
}

export const emptyReleaseContent: ReleaseContent = {
  language: 'und',
  status: 'filed',
  headline: '',
  subheadline: '',
  dateline: '',
  byline: '',
  publicationDate: null,
  eventDate: null,
  embargo: null,
  body: '',
  boilerplate: '',
  mediaContact: '',
  textCredit: null,
  photoCredit: null,
  people: [],
  tags: [],
  partnerIds: [],
  photos: [],
};
