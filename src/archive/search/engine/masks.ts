/** 1 for each document of a part that fulfils a condition. Void documents may be among them. */
export type Mask = Uint8Array;

export function both(left: Mask, right: Mask): Mask {
  return left.map((value, document) => value & (right[document] ?? 0));
}

export function either(left: Mask, right: Mask): Mask {
  return left.map((value, document) => value | (right[document] ?? 0));
}
