import { Random as Chance } from '../../fault/support/random';

/** Numbers that look random and are the same for the same seed. */
export class Random extends Chance {
  /** Throws where there is nothing to choose from. */
  choose<T>(values: readonly T[]): T {
    if (values.length === 0) throw new Error('Nothing to choose from.');
    return values[this.below(values.length)] as T;
  }
}

/** 32 bits that depend on every character (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
