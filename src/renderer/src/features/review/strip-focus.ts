export const reviewStripId = 'review-strip';

/** Whether the question about a release has the focus. */
export function isInReviewStrip(element: Element | null): boolean {
  return element?.closest(`#${reviewStripId}`) != null;
}
