/*
 * Paths in the manifests of a bag (RFC 8493, section 2.1.3): relative, '/' between names, with CR,
 * LF and '%' percent-encoded and nothing else.
 */

export function encodeBagPath(path: string): string {
  return path.replace(/[%\r\n]/gu, (character) =>
    character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A',
  );
}

export function decodeBagPath(path: string): string {
  return path.replace(/%(0[AaDd]|25)/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * The path without `./`, or null where it could lead out of the bag on any system: absolute, with
 * a drive, from a home folder, with `..`, or with a backslash, which Windows takes for a slash.
 */
export function pathInside(path: string): string | null {
  if (/^[/~]|^[A-Za-z]:|[\\\0]/u.test(path)) return null;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.length === 0 || names.includes('..') ? null : names.join('/');
}

/**
 * The same for all spellings that one disk or another takes for the same name (section 6.1):
 * composed or decomposed accents, capitals or not.
 */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
