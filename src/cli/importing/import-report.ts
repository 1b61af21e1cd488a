import { countOf } from '../format/fields';
import { fileNameOf } from '../format/file-name';
import type { Output } from '../output';
import { filedLines, remarkText } from './import-lines';
import type {
  FiledRelease,
  FileFailure,
  Outcome,
  ReleaseAlreadyHere,
} from '../../archive/importing/batch/import-result';

/** Tells what becomes of the files as it happens, and sums it up. */
export class ImportReport {
  readonly #output: Output;
  readonly #dryRun: boolean;
  readonly #filed: FiledRelease[] = [];
  readonly #needsLook: FiledRelease[] = [];
  readonly #alreadyHere: ReleaseAlreadyHere[] = [];
  readonly #failed: FileFailure[] = [];

  constructor(output: Output, dryRun: boolean) {
    this.#output = output;
    this.#dryRun = dryRun;
  }

  get failures(): number {
    return this.#failed.length;
  }

  outcome(outcome: Outcome): void {
    switch (outcome.kind) {
      case 'filed':
        this.#tellFiled(outcome.release);
        return;
      case 'already-here':
        this.#tellAlreadyHere(outcome.release);
        return;
      case 'remarked':
        for (const remark of outcome.remarks) {
          this.#output.note(`${fileNameOf(outcome.path)}: ${remarkText(remark)}.`);
        }
        return;
      case 'failed':
        for (const failure of outcome.failed) this.failed(failure);
        return;
    }
  }

  failed(failed: FileFailure): void {
    this.#failed.push(failed);
    // In JSON they are part of the answer.
    if (!this.#output.json) this.#output.failure(failed.failure);
  }

  finish(): void {
    this.#output.line(
      [
        `${countOf(this.#filed.length, 'release')} ${this.#dryRun ? 'would be filed' : 'filed'}`,
        ...(this.#needsLook.length === 0
          ? []
          : [countOf(this.#needsLook.length, 'needs a look', 'need a look')]),
        `${this.#alreadyHere.length} already here`,
        `${countOf(this.#failed.length, 'file')} failed`,
      ].join(', ') + '.',
    );
    this.#output.value({
      dryRun: this.#dryRun,
      filed: this.#filed,
      needsLook: this.#needsLook,
      alreadyHere: this.#alreadyHere,
      failed: this.#failed,
    });
  }

  #tellFiled(release: FiledRelease): void {
    (release.review.length === 0 ? this.#filed : this.#needsLook).push(release);
    // An import of thousands must not hold what it has told of each.
    for (const line of filedLines(release)) this.#output.line(line);
    this.#output.line();
    if (release.openEmbargo !== null) {
      this.#output.note(
        `${fileNameOf(release.path)} says "${release.openEmbargo}", which leaves date, time or time zone open; it ${this.#dryRun ? 'would be' : 'was'} filed as a draft.`,
      );
    }
    if (!release.encodingSure) {
      this.#output.note(
        `${fileNameOf(release.path)} was read as ${release.encoding}, which is a guess; give --encoding if its text looks wrong.`,
      );
    }
  }

  #tellAlreadyHere(release: ReleaseAlreadyHere): void {
    this.#alreadyHere.push(release);
    const { path, id, headline, inThisRun } = release;
    this.#output.line(
      inThisRun === null
        ? `${fileNameOf(path)} is already here: "${headline}" (${id ?? ''}).`
        : `${fileNameOf(path)} is already in this run: ${fileNameOf(inThisRun)}.`,
    );
    this.#output.line();
  }
}
