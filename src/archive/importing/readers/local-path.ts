/** The path that an address within a page or text names beside it; null for an address elsewhere. */
export function localPath(address: string): string | null {
  if (address === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address)) return null;
  const path = address.split(/[?#]/)[0] ?? '';
  return unescaped(path).replace(/^\.\//, '');
}

/** Percent signs resolved, where they resolve. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
