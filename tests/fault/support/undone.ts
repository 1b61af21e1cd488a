import type { Effects } from './expectation';

/*
 * What undoing and redoing a change leave, told from what was found before it and after it. A release
 * gets one more revision each time; one that was filed goes to the trash.
 */

type Found = ReadonlyMap<string, string>;

export function takenBack(effects: Effects, before: Found): Effects {
  return Object.fromEntries(
    Object.entries(effects).map(([key, after]) => {
      const earlier = before.get(key) ?? null;
      if (!key.startsWith('release:') || after === null) return [key, earlier];
      const now = partsOf(after);
      const revision = now.revision + 1;
      return [
        key,
        earlier === null
          ? `${revision} in the trash ${now.text}`
          : `${revision}${partsOf(earlier).rest}`,
      ];
    }),
  );
}

export function doneAgain(effects: Effects): Effects {
  return Object.fromEntries(
    Object.entries(effects).map(([key, after]) => {
      if (!key.startsWith('release:') || after === null) return [key, after];
      const { revision, rest } = partsOf(after);
      return [key, `${revision + 2}${rest}`];
    }),
  );
}

/** "3 in the trash 0a1b": the revision, the rest with its blank, and the digest alone. */
function partsOf(value: string): { revision: number; rest: string; text: string } {
  const blank = value.indexOf(' ');
  return {
    revision: Number(value.slice(0, blank)),
    rest: value.slice(blank),
    text: value.slice(value.lastIndexOf(' ') + 1),
  };
}
