const hanRun = /\p{Script=Han}+/gu;

/** Unbroken runs of Han characters. */
export function hanRuns(text: string): string[] {
  return text.match(hanRun) ?? [];
}

/** Overlapping pieces of `length` characters; a shorter run is one piece. */
export function piecesOf(run: string, length: number): string[] {
  const characters = [...run];
  if (characters.length <= length) return [run];
  return Array.from({ length: characters.length - length + 1 }, (_, index) =>
    characters.slice(index, index + length).join(''),
  );
}

const hanOrWord = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Overlapping pairs of Han characters, and other words in lower case, in their order. */
export function bigramsOf(text: string): string[] {
  const pieces = text.normalize('NFKC').toLowerCase().match(hanOrWord) ?? [];
  return pieces.flatMap((piece) => (hanRuns(piece).length > 0 ? piecesOf(piece, 2) : [piece]));
}

/** Whether most letters of a text are Han characters. */
export function isMostlyHan(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > letters / 2;
}
