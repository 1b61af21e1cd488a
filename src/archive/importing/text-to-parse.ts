/** The text that is taken apart: what the format calls the title stands above it, once. */
export function textToParse(title: string, body: string): string {
  const wanted = plain(title);
  if (wanted === '') return body;
  // Only a line of its own is the title; its words may well stand in a sentence.
  const isThere = body
    .slice(0, 2_000)
    .split('\n')
    .some((line) => plain(line) === wanted);
  return isThere ? body : `# ${title}\n\n${body}`;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
