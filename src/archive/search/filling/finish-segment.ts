import { setImmediate as turn } from 'node:timers/promises';
import type { SegmentBuilder } from '../index/segment-builder';
import type { SegmentData } from '../index/segment-sections';

/** Milliseconds that work takes before something else may run. */
export const slice = 8;

/** The segment of a builder, which is used up; in slices. */
export async function finishSegment(builder: SegmentBuilder): Promise<SegmentData> {
  const steps = builder.finish();
  let until = performance.now() + slice;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() > until) {
      await turn();
      until = performance.now() + slice;
    }
  }
}
