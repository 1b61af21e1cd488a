/** A header's name and its value, unfolded, as it stands in the letter. */
export type LetterHeader = readonly [name: string, value: string];

const headBytes = 64 * 1024;
/** What programs write into letters and people don't write at the top of a text. */
const ofMachines = new Set(
  'mime-version message-id received return-path dkim-signature delivered-to x-mailer content-transfer-encoding'.split(
    ' ',
  ),
);
const ofPeople = new Set('from to subject date sender reply-to cc'.split(' '));

/** The headers at the top of a letter (RFC 5322); empty where it starts with anything else. */
export function lettersHeaders(bytes: Uint8Array): readonly LetterHeader[] {
  const head = Buffer.from(bytes.subarray(0, headBytes))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^[\r\n]+/, '')
    .replace(/^>?From [^\r\n]*\r?\n/, '');
  const headers: [string, string][] = [];
  for (const line of head.split(/\r\n|\r|\n/)) {
    if (line === '') break;
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] += ` ${line.trim()}`;
      continue;
    }
    const field = /^([!-9;-~]{1,80}):(.*)$/.exec(line);
    if (field === null) return headers.length > 2 ? headers : [];
    headers.push([(field[1] ?? '').toLowerCase(), (field[2] ?? '').trim()]);
  }
  return headers;
}

/** Whether a file is a letter: by what only mail programs write, or by its name and any header. */
export function isLetter(name: string, bytes: Uint8Array): boolean {
  const names = lettersHeaders(bytes).map(([header]) => header);
  const isPersonal = names.some((header) => ofPeople.has(header));
  const isMade = names.some((header) => ofMachines.has(header));
  if (/\.(?:eml|mht|mhtml)$/i.test(name)) {
    return isPersonal || isMade || names.includes('content-type');
  }
  return isPersonal && isMade;
}
