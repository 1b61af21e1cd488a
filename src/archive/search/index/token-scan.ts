import {
  again,
  againIf,
  and,
  bitsOf,
  block,
  bothVectors,
  equalBytes,
  exclusiveOr,
  get,
  isEqual,
  isLess,
  isMore,
  isOther,
  isZero,
  leave,
  leaveIf,
  load,
  loadByte,
  loadVector,
  loop,
  minus,
  number,
  or,
  plus,
  set,
  shiftLeft,
  shiftRight,
  splat,
  store,
  tee,
  trailingZeros,
  wasmModule,
  when,
  type Code,
  type WasmFunction,
} from './wasm-code';

/*
 * What looks through tokens in memory, in WebAssembly: V8 looks at 16 bytes at once nowhere else, and
 * only here nothing is allocated for each document. Numbers are addresses and lengths in bytes; those
 * of documents and offsets take four.
 */

export interface TokenScan {
  /**
   * Keeps, in their order, those of `count` documents at `documents` that have the sequence of
   * `length` bytes (at least one) at `bytes`; answers how many they are. The tokens of document n are
   * those from the nth to the next of the offsets. `first` and `second` are places within the
   * sequence of which the bytes are rare.
   */
  sift(
    documents: number,
    count: number,
    offsets: number,
    bytes: number,
    length: number,
    first: number,
    second: number,
  ): number;
  /**
   * Writes at `places` where, from `from` to before `end`, a token stands in the stretch that begins at
   * `start`, relative to this; at most `most`; answers how many. The token's first byte is the lowest
   * of `token`, which has `length` of them, at most four.
   */
  find(
    start: number,
    from: number,
    end: number,
    token: number,
    length: number,
    places: number,
    most: number,
  ): number;
  /** Brings the tokens of documents near; the answer means nothing. */
  touch(documents: number, count: number, offsets: number): number;
}

/** Bytes that a memory must have behind the last one that is looked at. */
export const scanMargin = 64;

/** Documents that are brought near together: so few that they stay there until they are looked at. */
const together = 32;
/** Bytes that come into the processor's cache at once. */
const cacheLine = 64;
const four = number(4);

/** The word at place `at` of those that begin at `first`. */
const wordAt = (first: Code, at: Code): Code => plus(first, shiftLeft(at, number(2)));

/**
 * Reads one byte of each piece of some documents' tokens. Nothing waits for these, so that memory
 * answers many at a time; whoever looks for something waits for each. `sum` only keeps the reading
 * from being left out.
 */
function touching(locals: {
  readonly from: number;
  readonly to: number;
  readonly offsets: number;
  readonly at: number;
  readonly end: number;
  readonly sum: number;
}): Code {
  const { from, to, offsets, at, end, sum } = locals;
  return loop(
    set(end, wordAt(get(offsets), load(get(from)))),
    set(at, load(get(end))),
    set(end, load(get(end), 4)),
    loop(
      set(sum, exclusiveOr(get(sum), loadByte(get(at)))),
      againIf(0, isLess(tee(at, plus(get(at), number(cacheLine))), get(end))),
    ),
    againIf(0, isLess(tee(from, plus(get(from), four)), get(to))),
  );
}

/** Which of the 32 places from `at` on may be what is looked for: two of its bytes are there. */
function placesWith(
  at: Code,
  [firstAt, firstByte]: readonly [at: Code, byte: Code],
  [secondAt, secondByte]: readonly [at: Code, byte: Code],
): Code {
  const of16 = (offset: number): Code =>
    bitsOf(
      bothVectors(
        equalBytes(loadVector(plus(at, firstAt), offset), firstByte),
        equalBytes(loadVector(plus(at, secondAt), offset), secondByte),
      ),
    );
  return or(of16(0), shiftLeft(of16(16), number(16)));
}

/** A varint ends with a byte below 128, so the next one begins behind such a byte. */
function leaveUnlessTokenBegins(depth: number, place: number, start: number): Code {
  return when(
    isOther(get(place), get(start)),
    leaveIf(depth + 1, isMore(loadByte(minus(get(place), number(1))), number(127))),
  );
}

const sift = ((): WasmFunction => {
  const [documents, count, offsets, bytes, length, first, second] = [0, 1, 2, 3, 4, 5, 6];
  const [next, kept, near, end, document, start, last] = [7, 8, 9, 10, 11, 12, 13];
  const [at, bits, place, checked, isThere, from, to, sum] = [14, 15, 16, 17, 18, 19, 20, 21];
  const [firstByte, secondByte] = [22, 23];
  const byteAt = (offset: number): Code => loadByte(plus(get(bytes), get(offset)));
  return {
    name: 'sift',
    parameters: 7,
    integers: 15,
    vectors: 2,
    body: [
      set(firstByte, splat(byteAt(first))),
      set(secondByte, splat(byteAt(second))),
      set(next, get(documents)),
      set(kept, get(documents)),
      set(near, get(documents)),
      set(end, wordAt(get(documents), get(count))),
      block(
        loop(
          leaveIf(1, isZero(isLess(get(next), get(end)))),
          when(
            isEqual(get(next), get(near)),
            set(near, plus(get(near), number(4 * together))),
            when(isMore(get(near), get(end)), set(near, get(end))),
            set(from, get(next)),
            set(to, get(near)),
            touching({ from, to, offsets, at, end: last, sum }),
          ),
          set(document, load(get(next))),
          set(start, load(wordAt(get(offsets), get(document)))),
          set(last, minus(load(wordAt(get(offsets), get(document)), 4), get(length))),
          set(at, get(start)),
          set(isThere, number(0)),
          block(
            loop(
              leaveIf(1, isMore(get(at), get(last))),
              set(
                bits,
                placesWith(get(at), [get(first), get(firstByte)], [get(second), get(secondByte)]),
              ),
              block(
                loop(
                  leaveIf(1, isZero(get(bits))),
                  set(place, plus(get(at), trailingZeros(get(bits)))),
                  leaveIf(3, isMore(get(place), get(last))),
                  set(bits, and(get(bits), minus(get(bits), number(1)))),
                  leaveUnlessTokenBegins(0, place, start),
                  set(checked, number(0)),
                  loop(
                    againIf(1, isOther(loadByte(plus(get(place), get(checked))), byteAt(checked))),
                    againIf(0, isLess(tee(checked, plus(get(checked), number(1))), get(length))),
                  ),
                  set(isThere, number(1)),
                  leave(3),
                ),
              ),
              set(at, plus(get(at), number(32))),
              again(0),
            ),
          ),
          when(get(isThere), store(get(kept), get(document)), set(kept, plus(get(kept), four))),
          set(next, plus(get(next), four)),
          again(0),
        ),
      ),
      shiftRight(minus(get(kept), get(documents)), number(2)),
    ],
  };
})();

const find = ((): WasmFunction => {
  const [start, from, end, token, length, places, most] = [0, 1, 2, 3, 4, 5, 6];
  const [at, last, bits, place, count, mask] = [7, 8, 9, 10, 11, 12];
  const [firstByte, lastByte] = [13, 14];
  const lastAt = minus(get(length), number(1));
  return {
    name: 'find',
    parameters: 7,
    integers: 6,
    vectors: 2,
    body: [
      // All ones, less the bits beyond the token's bytes.
      set(mask, shiftRight(number(-1), minus(number(32), shiftLeft(get(length), number(3))))),
      set(firstByte, splat(get(token))),
      set(lastByte, splat(shiftRight(get(token), shiftLeft(lastAt, number(3))))),
      set(at, get(from)),
      set(last, minus(get(end), get(length))),
      block(
        loop(
          leaveIf(1, isMore(get(at), get(last))),
          set(bits, placesWith(get(at), [number(0), get(firstByte)], [lastAt, get(lastByte)])),
          block(
            loop(
              leaveIf(1, isZero(get(bits))),
              set(place, plus(get(at), trailingZeros(get(bits)))),
              leaveIf(3, isMore(get(place), get(last))),
              set(bits, and(get(bits), minus(get(bits), number(1)))),
              leaveUnlessTokenBegins(0, place, start),
              againIf(0, isOther(and(load(get(place)), get(mask)), get(token))),
              store(wordAt(get(places), get(count)), minus(get(place), get(start))),
              leaveIf(3, isEqual(tee(count, plus(get(count), number(1))), get(most))),
              again(0),
            ),
          ),
          set(at, plus(get(at), number(32))),
          again(0),
        ),
      ),
      get(count),
    ],
  };
})();

const touch = ((): WasmFunction => {
  const [documents, count, offsets] = [0, 1, 2];
  const [to, at, end, sum] = [3, 4, 5, 6];
  return {
    name: 'touch',
    parameters: 3,
    integers: 4,
    vectors: 0,
    body: [
      set(to, wordAt(get(documents), get(count))),
      when(isMore(get(count), number(0)), touching({ from: documents, to, offsets, at, end, sum })),
      get(sum),
    ],
  };
})();

let compiled: WebAssembly.Module | null = null;

/** What looks through this memory. */
export function tokenScanOf(memory: WebAssembly.Memory): TokenScan {
  compiled ??= new WebAssembly.Module(wasmModule([sift, find, touch]));
  const { exports } = new WebAssembly.Instance(compiled, { host: { memory } });
  return exports as unknown as TokenScan;
}
