import type { ImportRow } from '../../../shared/importing';
import type { Outcome } from './import-result';

/** What a report says of an outcome. */
export function rowsOf(outcome: Outcome): readonly ImportRow[] {
  switch (outcome.kind) {
    case 'filed': {
      const { path, id, content, review, remarks } = outcome.release;
      return [
        {
          path,
          result: review.length > 0 ? 'needs-look' : 'filed',
          releaseId: id,
          headline: content.headline,
          publicationDate: content.publicationDate,
          review: review.map(({ reason }) => reason),
          remarks,
          failure: null,
          inThisRun: null,
        },
      ];
    }
    case 'already-here': {
      const { path, id, headline, inThisRun } = outcome.release;
      return [{ ...plain, path, result: 'already-here', releaseId: id, headline, inThisRun }];
    }
    case 'remarked':
      return [];
    case 'failed':
      return outcome.failed.map(({ path, failure }) => ({
        ...plain,
        path,
        result: 'failed',
        failure,
      }));
  }
}

const plain = {
  releaseId: null,
  headline: '',
  publicationDate: null,
  review: [],
  remarks: [],
  failure: null,
  inThisRun: null,
} as const;
