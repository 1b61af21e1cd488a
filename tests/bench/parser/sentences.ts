/** Letters and digits only, so that marks, blanks and quotes make no difference. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The sentences of a text, each as `plain`; those of fewer than eight letters say nothing. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？；])|\n+/u)
    .map(plain)
    .filter((sentence) => sentence.length >= 8);
}

export interface TextMatch {
  /** Share of the expected sentences that are there, from 0 to 1; 1 where none is expected. */
  readonly recall: number;
  /** Share of our letters that stand in no expected sentence. */
  readonly excess: number;
}

/** How a text compares with the expected one, wherever the sentences stand. */
export function matchTexts(ours: string, expected: string): TextMatch {
  const [own, wanted] = [plain(ours), plain(expected)];
  const expectedSentences = sentencesOf(expected);
  const found = expectedSentences.filter((sentence) => own.includes(sentence));
  const ownSentences = sentencesOf(ours);
  const strange = ownSentences.filter((sentence) => !wanted.includes(sentence));
  return {
    recall: expectedSentences.length === 0 ? 1 : found.length / expectedSentences.length,
    excess: own.length === 0 ? 0 : lengthOf(strange) / Math.max(1, lengthOf(ownSentences)),
  };
}

function lengthOf(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length, 0);
}

/** Markdown as the eye sees it. */
export function textOfMarkdown(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]\n]*\]\([^)\n]*\)/g, ' ')
    .replaceAll(/\]\([^)\n]*\)/g, ' ')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/[*_`~#>|[\]]+/g, ' ');
}
