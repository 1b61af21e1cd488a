import type { Analyst, AnalystTask, AnalystTasks, Pending } from './analyst';
import { TextAnalyst } from './text-analyst';

/** An analyst in this thread. */
export class LocalAnalyst implements Analyst {
  readonly isHere = true;
  readonly waiting = 0;
  readonly progress = null;
  readonly #work = new TextAnalyst();

  ask<Task extends AnalystTask>(
    task: Task,
    given: AnalystTasks[Task]['given'],
  ): Pending<AnalystTasks[Task]['answer']> {
    const answer = this.#work.answer(task, given);
    // The texts of a batch take a moment only, and the next ones are read meanwhile.
    return task === 'texts' ? already(finished(answer)) : answer;
  }
}

/** Goes through with work that nothing need interrupt. */
export function finished<Answer>(work: Generator<undefined, Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function* already<Answer>(answer: Answer): Pending<Answer> {
  return answer;
}
