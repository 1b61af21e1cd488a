import { LivePart } from './index/live-part';
import { MemorySource } from './index/memory-source';
import type { Part } from './index/part';
import { Segment } from './index/segment';
import { SegmentBuilder } from './index/segment-builder';
import { segmentFormat, type SegmentData } from './index/segment-sections';
import type { Resolver } from './engine/conditions';
import type { EngineAnswer, EngineRequest } from './engine/engine-request';
import { SearchEngine } from './engine/search-engine';
import type { IndexFolder, StoredSegment } from './index-folder';
import { localAnalysts, type OpenAnalysts } from './open-analysts';
import { slotCount } from './posting-store';
import { rankedFields } from './ranking';
import { mostBytes, mostDocuments, requireTexts, segmentsToMerge } from './segment-merging';
import type { SearchDocument } from './search-document';
import { timeSlices } from './time-slices';

/** Raised with every change of the text analysis: words of another one wouldn't be found. */
const analysisVersion = 1;

/** What an index was made with; one made with something else is of no use. */
export const indexSettings = JSON.stringify([
  segmentFormat,
  analysisVersion,
  slotCount,
  rankedFields.map(({ weight, lengthNormalisation, usualLength }) => [
    weight,
    lengthNormalisation,
    usualLength,
  ]),
]);

/** Documents in memory that are worth a segment of their own. */
export const mostLive = 1_000;
/** A document of a part from which a segment is being made. */
interface Origin {
  readonly part: Part;
  readonly document: number;
}

/**
 * The searchable text of an archive: segments that never change, documents in memory that came since,
 * and marks on those that are void. What it answers depends on its documents alone, not on how they
 * lie.
 */
export class SearchIndex {
  readonly #folder: IndexFolder | null;
  readonly #engine = new SearchEngine();
  #segments: StoredSegment[] = [];
  /** Parts in memory of which a segment is being made. */
  #settling: LivePart[] = [];
  #live = new LivePart();
  #version = 0;
  #working: Promise<void> | null = null;
  #closed = false;

  /** Without a folder all of it stays in memory. */
  constructor(folder: IndexFolder | null, segments: readonly StoredSegment[] = []) {
    this.#folder = folder;
    this.#segments = [...segments];
    this.#show();
  }

  get size(): number {
    return this.#parts().reduce((sum, part) => sum + part.living, 0);
  }

  /** Documents that are in no segment. */
  get liveSize(): number {
    return this.#settling.reduce((sum, { size }) => sum + size, this.#live.size);
  }

  get segments(): readonly StoredSegment[] {
    return this.#segments;
  }

  /** Another number with every change of the documents. */
  get version(): number {
    return this.#version;
  }

  /** Files a document, in place of the one with the same id. */
  put(document: SearchDocument): void {
    this.remove(document.id);
    this.#live.add(document);
    this.#version += 1;
  }

  /** Removes a document; an id that isn't there is no mistake. */
  remove(id: string): void {
    this.#version += 1;
    for (const part of [this.#live, ...this.#settling]) {
      const document = part.numberOf(id);
      if (document !== undefined) part.remove(document);
    }
    for (const { segment } of this.#segments) {
      const document = segment.numberOf(id);
      if (document !== undefined) segment.remove(document);
    }
  }

  /** The stamp of a document as it is here; null where it isn't. */
  stampOf(id: string): number | null {
    for (const part of this.#parts()) {
      const document = part.numberOf(id);
      if (document !== undefined) return part.stampOf(document);
    }
    return null;
  }

  /** The ids of all documents. */
  *ids(): Generator<string> {
    for (const part of this.#parts()) {
      for (let document = 0; document < part.size; document += 1) {
        if (part.alive[document] === 1) yield part.idOf(document);
      }
    }
  }

  find(request: EngineRequest, resolver: Resolver): EngineAnswer {
    this.countOut();
    return this.#engine.find(request, resolver);
  }

  /** Takes removed documents out of the counts; whoever has time may do it before the next `find`. */
  countOut(): void {
    for (const { segment } of this.#segments) {
      segment.settle((texts) => this.#live.termsOf(texts));
    }
  }

  get engine(): SearchEngine {
    return this.#engine;
  }

  /**
   * Makes segments of documents that come one after another, and takes them in at the end. For the
   * first ones of a large archive: nothing can be found of them before. Throws `AnalystThreadLost`
   * where a thread fails that `openAnalysts` gave.
   */
  async fill(
    documents: AsyncIterable<SearchDocument> | Iterable<SearchDocument>,
    openAnalysts: OpenAnalysts = localAnalysts,
  ): Promise<void> {
    let analysts = openAnalysts();
    try {
      let builder = new SegmentBuilder(analysts.list);
      const rest = timeSlices();
      for await (const document of documents) {
        if (this.#closed) return;
        builder.add(document);
        if (builder.size >= mostDocuments || builder.bytes >= mostBytes / 2) {
          await this.#take(builder);
          await analysts.end();
          analysts = openAnalysts();
          builder = new SegmentBuilder(analysts.list);
        }
        if (builder.pressure !== null) await builder.pressure;
        await rest();
      }
      if (builder.size > 0) await this.#take(builder);
    } finally {
      await analysts.end();
    }
  }

  /**
   * Makes a segment of what is in memory where that is at least so much, merges what should be one;
   * waits instead where that is under way already. At most so many documents are merged. Where the disk takes
   * no file all stays as it is, to be tried again; throws `SegmentDamaged` where a segment can't be
   * merged.
   */
  async settle(least = 1, mostMerged = mostDocuments): Promise<void> {
    await (this.#working ?? this.#work(() => this.#settle(least, mostMerged)));
  }

  /** Whether `settle` would merge something. */
  get isUntidy(): boolean {
    return segmentsToMerge(this.#segments, mostDocuments).length > 0;
  }

  /** Writes down which segments count and up to which journal record they do. */
  async commit(position: number): Promise<void> {
    // Files that are being made aren't named yet, and whatever isn't named is removed.
    while (this.#working !== null) await this.#working.catch(() => undefined);
    if (this.#closed) return;
    await this.#work(() => this.#commit(position));
  }

  close(): void {
    this.#closed = true;
    for (const { segment } of this.#segments) segment.close();
    this.#segments = [];
    this.#live = new LivePart();
    this.#settling = [];
    this.#show();
  }

  #work(work: () => Promise<void>): Promise<void> {
    const working = work().finally(() => {
      this.#working = null;
    });
    this.#working = working;
    return working;
  }

  async #settle(least: number, mostMerged: number): Promise<void> {
    if (this.liveSize >= least && this.liveSize > 0) {
      if (this.#live.size > 0) this.#settling.push(this.#live);
      this.#live = new LivePart();
      this.#show();
      await this.#remake([...this.#settling]);
    }
    for (;;) {
      const merged = segmentsToMerge(this.#segments, mostMerged);
      if (merged.length === 0 || this.#closed) return;
      // What is damaged must not get a checksum that says otherwise.
      for (const { segment } of merged) await requireTexts(segment);
      await this.#remake(merged.map(({ segment }) => segment));
    }
  }

  async #commit(position: number): Promise<void> {
    const folder = this.#folder;
    if (folder === null) return;
    for (const kept of this.#segments) {
      if (kept.unwritten !== undefined) await this.#writeKept(folder, kept, kept.unwritten);
      if (this.#closed) return;
    }
    this.countOut();
    await folder.commit(indexSettings, position, this.#segments);
  }

  /** Writes what the disk didn't take before. */
  async #writeKept(folder: IndexFolder, kept: StoredSegment, data: SegmentData): Promise<void> {
    const written = await folder.write(data);
    if (this.#closed) {
      written.segment.close();
      return;
    }
    this.countOut();
    written.segment.removeAgain(kept.segment.voided, [...kept.segment.frequencyLoss]);
    this.#segments = this.#segments.map((stored) => (stored === kept ? written : stored));
    this.#show();
    kept.segment.close();
  }

  /** One segment in place of these parts. Documents that go meanwhile go from it, too. */
  async #remake(parts: readonly (LivePart | Segment)[]): Promise<void> {
    const builder = new SegmentBuilder();
    const origins: Origin[] = [];
    const rest = timeSlices();
    for (const part of parts) {
      for (let document = 0; document < part.size; document += 1) {
        if (this.#closed) return;
        if (part.alive[document] !== 1) continue;
        builder.add(part.documentOf(document));
        origins.push({ part, document });
        await rest();
      }
    }
    const made = builder.size === 0 ? null : await this.#write(await this.#finish(builder));
    if (this.#closed) {
      made?.segment.close();
      return;
    }
    origins.forEach(({ part, document }, number) => {
      if (part.alive[document] === 1 || made === null) return;
      made.segment.remove(number);
    });
    const gone = new Set<Part>(parts);
    const before = this.#segments;
    this.#segments = before.filter(({ segment }) => !gone.has(segment));
    this.#settling = this.#settling.filter((part) => !gone.has(part));
    if (made !== null) this.#segments.push(made);
    this.#show();
    for (const { segment } of before) if (gone.has(segment)) segment.close();
  }

  async #take(builder: SegmentBuilder): Promise<void> {
    const data = await this.#finish(builder);
    const made = await this.#write(data).catch(() => ({ ...inMemory(data), unwritten: data }));
    if (this.#closed) {
      made.segment.close();
      return;
    }
    this.#segments.push(made);
    this.#show();
  }

  async #finish(builder: SegmentBuilder): Promise<SegmentData> {
    const steps = builder.finish();
    const rest = timeSlices();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await step.value;
      await rest();
    }
  }

  async #write(data: SegmentData): Promise<StoredSegment> {
    return this.#folder === null ? inMemory(data) : this.#folder.write(data);
  }

  get parts(): readonly Part[] {
    return this.#parts();
  }

  #parts(): readonly (Segment | LivePart)[] {
    return [...this.#segments.map(({ segment }) => segment), ...this.#settling, this.#live];
  }

  #show(): void {
    this.#engine.setParts(
      this.#segments.map(({ segment }) => segment),
      [...this.#settling, this.#live],
    );
  }
}

function inMemory(data: SegmentData): StoredSegment {
  return { file: '', segment: new Segment(new MemorySource(data)) };
}
