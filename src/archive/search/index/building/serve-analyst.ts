import type { MessagePort } from 'node:worker_threads';
import type { AnalystTask, AnalystTasks } from './analyst';
import type { AskedOfThread } from './analyst-thread';
import { finished } from './local-analyst';
import { TextAnalyst } from './text-analyst';

/** The thread's end of `AnalystThread`. */
export function serveAnalyst(port: MessagePort): void {
  const analyst = new TextAnalyst();
  port.on('message', ({ task, given }: AskedOfThread) => {
    const answer = finished(analyst.answer(task, given as AnalystTasks[AnalystTask]['given']));
    port.postMessage(answer, movable(answer));
  });
}

/** Below it bytes may lie beside others in memory that Node shares out. */
const wholeBuffer = 1 << 16;

/** The memory of an answer's long arrays, which needn't be copied. */
function movable(answer: AnalystTasks[AnalystTask]['answer']): ArrayBuffer[] {
  const moved = new Set<ArrayBuffer>();
  for (const value of Object.values(answer).flat()) {
    if (!(value instanceof Uint8Array) || value.byteLength < wholeBuffer) continue;
    if (value.buffer instanceof ArrayBuffer) moved.add(value.buffer);
  }
  return [...moved];
}
