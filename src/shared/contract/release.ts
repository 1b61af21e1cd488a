import { z } from 'zod';
import type { TagList } from '../archive-info';
import type { Embargo } from '../embargo';
import { maxThumbnailBytes, type Photo, type ThumbnailState } from '../photo';
import { partnerKinds, type Partner, type PartnerSummary } from '../partner';
import { releaseLanguages, releaseStatuses, type Release } from '../release';
import type { ReleaseComparison } from '../release-comparison';
import type { ReleaseHistory, RevisionDiff, UndoableStep } from '../release-history';
import type { StoryView } from '../story';
import { group, id, line, releaseContent, releaseSource, sha256 } from './fields';

/* Releases and what belongs to them: history, stories, photos, partners, tags, undo. */

const partnerContent = z.strictObject({
  name: z.string().trim().min(1).max(500),
  aliases: z.array(z.strictObject({ name: line, language: z.string().max(35) })).max(200),
  kind: z.enum(partnerKinds),
  country: z.string().max(2),
  note: z.string().max(20_000),
});

const revision = z.number().int().positive();

const manyChange = z.strictObject({
  addTags: z.array(line).max(200),
  removeTags: z.array(line).max(200),
  addPartnerIds: z.array(id).max(500),
  removePartnerIds: z.array(id).max(500),
  status: z.enum(releaseStatuses).nullable(),
  language: z.enum(releaseLanguages).nullable(),
});

export const releaseRequests = {
  'story:view': z.strictObject({ id }),
  /** `filing` is the group in which one of them was filed just now. */
  'story:link': z.strictObject({ ids: z.array(id).min(2).max(20), filing: group }),
  'story:unlink': z.strictObject({ id }),
  'release:file': z.strictObject({
    content: releaseContent,
    source: releaseSource.nullable(),
    group,
  }),
  'release:revise': z.strictObject({
    id,
    /** The revision that the person saw; a newer one on disk refuses the change. */
    basedOn: revision,
    content: releaseContent,
    /** The file that says what is new; absent: the one of before stays. */
    source: releaseSource.optional(),
    group,
  }),
  'release:read': z.strictObject({ id }),
  'release:delete': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  'release:restore': z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
  /** The same change for many releases, as one. */
  'release:edit-many': z.strictObject({ ids: z.array(id).min(1).max(100_000), change: manyChange }),
  'release:history': z.strictObject({ id }),
  'release:compare': z.strictObject({ id, from: revision, to: revision }),
  'release:restore-revision': z.strictObject({ id, revision, basedOn: revision }),
  /** Until when what is made of them may not be published. */
  'release:embargo': z.strictObject({ ids: z.array(id).max(100_000) }),
  /** Two releases beside each other. */
  'release:compare-two': z.strictObject({ left: id, right: id }),
  /** A release, left, beside what a form holds. */
  'release:compare-unfiled': z.strictObject({ id, content: releaseContent }),
  /** The tags that most releases have. */
  'tag:list': z.strictObject({ limit: z.number().int().min(1).max(100_000) }),
  /** Whether a photo has a thumbnail, else the original's bytes for the window to make one of. */
  'photo:thumbnail': z.strictObject({ id: sha256 }),
  'photo:keep-thumbnail': z.strictObject({
    id: sha256,
    bytes: z.custom<Uint8Array>(
      (value) => value instanceof Uint8Array && value.length <= maxThumbnailBytes,
    ),
  }),
  'undo:undo': z.null(),
  'undo:redo': z.null(),
  'partner:list': z.null(),
  'partner:add': z.strictObject({ content: partnerContent, group }),
  'partner:revise': z.strictObject({ id, content: partnerContent }),
  /** `id` stays; the others become names of it. */
  'partner:merge': z.strictObject({ id, merged: z.array(id).min(1).max(500) }),
} as const;

export interface ReleaseAnswers {
  /** null: it tells no story with others. */
  'story:view': StoryView | null;
  'story:link': null;
  'story:unlink': null;
  'release:file': Release;
  'release:revise': Release;
  'release:read': ReleaseDetails;
  'release:delete': { readonly deleted: number };
  'release:restore': { readonly restored: number };
  'release:edit-many': { readonly changed: number };
  'release:history': ReleaseHistory;
  'release:compare': RevisionDiff;
  'release:restore-revision': Release;
  /** The one that ends last; null: all may be published. */
  'release:embargo': Embargo | null;
  'release:compare-two': ReleaseComparison;
  'release:compare-unfiled': ReleaseComparison;
  'tag:list': TagList;
  'photo:thumbnail': ThumbnailState;
  'photo:keep-thumbnail': null;
  /** What was undone; null: there was nothing. */
  'undo:undo': UndoableStep | null;
  'undo:redo': UndoableStep | null;
  'partner:list': readonly PartnerSummary[];
  'partner:add': Partner;
  'partner:revise': Partner;
  'partner:merge': Partner;
}

/** A release with what the reading view needs besides. */
export interface ReleaseDetails {
  readonly release: Release;
  readonly partners: readonly Partner[];
  /** What is known of its photos, in the order in which it shows them. */
  readonly photos: readonly Photo[];
}
