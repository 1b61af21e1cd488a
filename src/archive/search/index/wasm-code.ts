/*
 * Writes WebAssembly as bytes. An expression is the list of its instructions: those of its operands,
 * then its own. Names and numbers are those of the WebAssembly specification, binary format.
 */

export type Code = readonly number[];

const i32 = 0x7f;
const v128 = 0x7b;
const noResult = 0x40;

export interface WasmFunction {
  readonly name: string;
  /** All are i32, as is what it answers. */
  readonly parameters: number;
  /** Numbers of the locals follow those of the parameters: first the i32, then the v128. */
  readonly integers: number;
  readonly vectors: number;
  readonly body: readonly Code[];
}

/** The bytes of a module that imports its memory as `memory` of `host` and exports its functions. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const signature = ({ parameters }: WasmFunction): Code => [
    0x60,
    ...list(Array.from({ length: parameters }, () => [i32])),
    ...list([[i32]]),
  ];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(functions.map(signature))),
    ...section(2, list([[...text('host'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list(functions.map((_, at) => unsigned(at)))),
    ...section(7, list(functions.map(({ name }, at) => [...text(name), 0x00, ...unsigned(at)]))),
    ...section(10, list(functions.map(functionCode))),
  ]);
}

function functionCode({ integers, vectors, body }: WasmFunction): Code {
  const locals = list([
    [...unsigned(integers), i32],
    [...unsigned(vectors), v128],
  ]);
  const code = [...locals, ...body.flat(), 0x0b];
  return [...unsigned(code.length), ...code];
}

function section(id: number, bytes: Code): Code {
  return [id, ...unsigned(bytes.length), ...bytes];
}

function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function text(name: string): Code {
  return list(Array.from(name, (character) => [character.charCodeAt(0)]));
}

function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}

function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 63 || rest < -64; rest >>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest & 127];
}

export const number = (value: number): Code => [0x41, ...signed(value)];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
/** Sets a local and has its value. */
export const tee = (local: number, value: Code): Code => [...value, 0x22, local];

type Binary = (left: Code, right: Code) => Code;
const binary =
  (...instruction: Code): Binary =>
  (left, right) => [...left, ...right, ...instruction];

export const isEqual = binary(0x46);
export const isOther = binary(0x47);
export const isLess = binary(0x48);
export const isMore = binary(0x4a);
export const plus = binary(0x6a);
export const minus = binary(0x6b);
export const and = binary(0x71);
export const or = binary(0x72);
export const exclusiveOr = binary(0x73);
export const shiftLeft = binary(0x74);
export const shiftRight = binary(0x76);
export const isZero = (value: Code): Code => [...value, 0x45];
export const trailingZeros = (value: Code): Code => [...value, 0x68];

export const load = (address: Code, offset = 0): Code => [...address, 0x28, 0, ...unsigned(offset)];
export const loadByte = (address: Code): Code => [...address, 0x2d, 0, 0];
export const store = (address: Code, value: Code): Code => [...address, ...value, 0x36, 0, 0];

/** Sixteen bytes at once. */
export const loadVector = (address: Code, offset = 0): Code => [
  ...[...address, 0xfd, 0x00, 0],
  ...unsigned(offset),
];
/** The same byte sixteen times. */
export const splat = (byte: Code): Code => [...byte, 0xfd, 0x0f];
export const equalBytes = binary(0xfd, 0x23);
export const bothVectors = binary(0xfd, 0x4e);
/** A bit for each byte, the lowest for the first one. */
export const bitsOf = (vector: Code): Code => [...vector, 0xfd, 0x64];

/** What `leave` leaves, and `again` begins anew, is counted from within: 0 is the innermost. */
export const block = (...body: readonly Code[]): Code => [0x02, noResult, ...body.flat(), 0x0b];
export const loop = (...body: readonly Code[]): Code => [0x03, noResult, ...body.flat(), 0x0b];
/** Counts as one that `leave` can leave. */
export const when = (condition: Code, ...body: readonly Code[]): Code => [
  ...condition,
  ...[0x04, noResult],
  ...body.flat(),
  0x0b,
];
export const leave = (depth: number): Code => [0x0c, depth];
export const leaveIf = (depth: number, condition: Code): Code => [...condition, 0x0d, depth];
export const again = leave;
export const againIf = leaveIf;
