import type { ImportRemark } from '../../../shared/importing';
import type { PartnerProposal } from '../../../shared/parsed-release';
import type { PhotoUse } from '../../../shared/photo';
import type { ReleaseContent, ReleaseId } from '../../../shared/release';
import type { Failure } from '../../../shared/reply';
import type { ReviewNote } from '../../../shared/review';

/** A release that was filed, or would be. */
export interface FiledRelease {
  /** Inside a ZIP or a letter behind a "›". */
  readonly path: string;
  /** null in a dry run. */
  readonly id: ReleaseId | null;
  readonly content: Omit<ReleaseContent, 'body'>;
  readonly encoding: string;
  readonly encodingSure: boolean;
  /** Captions in the order of the text; those beyond the photos stay in the body. */
  readonly captions: readonly string[];
  /** What the text says of an embargo without saying all of it; it is filed as a draft then. */
  readonly openEmbargo: string | null;
  readonly partners: readonly TaggedPartner[];
  readonly proposedPartners: readonly ProposedPartner[];
  readonly photos: readonly FiledPhoto[];
  /** What a person should decide; empty for a release that is filed and done with. */
  readonly review: readonly ReviewNote[];
  readonly remarks: readonly ImportRemark[];
}

export interface TaggedPartner {
  /** null for one that a dry run would add. */
  readonly id: string | null;
  readonly name: string;
  readonly added: boolean;
}

export interface ProposedPartner extends Pick<
  PartnerProposal,
  'name' | 'inHeadline' | 'confidence'
> {
  readonly mentions: number;
}

interface FiledPhoto extends PhotoUse {
  /** Of the file, or its name where it came inside another one. */
  readonly path: string;
}

/** A release that is here already: in the archive, or would be, from an earlier file of a dry run. */
export interface KnownRelease {
  /** null in a dry run where it would only be filed by it. */
  readonly id: ReleaseId | null;
  readonly headline: string;
  readonly photos: readonly PhotoUse[];
  /** The path of the earlier file of the dry run; null for one of the archive. */
  readonly inThisRun: string | null;
}

export interface ReleaseAlreadyHere extends Pick<KnownRelease, 'id' | 'headline' | 'inThisRun'> {
  readonly path: string;
}

export interface FileFailure {
  readonly path: string;
  readonly failure: Failure;
}

/** What became of one text and its photos: filed, already here, or failed and why. */
export type Outcome =
  | { readonly kind: 'filed'; readonly release: FiledRelease }
  | { readonly kind: 'already-here'; readonly release: ReleaseAlreadyHere }
  | { readonly kind: 'failed'; readonly failed: readonly FileFailure[] }
  /** Something about a file that holds several releases. */
  | {
      readonly kind: 'remarked';
      readonly path: string;
      readonly remarks: readonly ImportRemark[];
    };
