/*
 * Chromium, without Electron's own changes, cannot load a page from a scheme it does not know. Such
 * a page is loaded from a name under .localhost instead, a secure context that no server answers:
 * app://bundle/index.html becomes http://bundle.app.localhost/index.html. The application only ever
 * sees the address it chose.
 */
const known = new Set(['file']);

export function rememberScheme(scheme: string): void {
  known.add(scheme.toLowerCase());
}

export function schemeOf(url: string): string {
  return (/^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1] ?? '').toLowerCase();
}

/** The address by which Chromium loads what the application knows as `url`. */
export function toLoadable(url: string): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  if (!known.has(scheme.toLowerCase())) return url;
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return `http://${host === '' ? '' : `${host}.`}${scheme.toLowerCase()}.localhost${path}`;
}

/** The address by which the application knows what Chromium loads as `url`. */
export function toOriginal(url: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^http:\/\/(?:([^/?#]+)\.)?([a-z0-9+-]+)\.localhost(?=[/?#]|$)(.*)$/i.exec(url) ?? [];
  return known.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
}

/** A policy may name the application's own schemes; pages are compared by their loadable address. */
export function toLoadablePolicy(policy: string, pageScheme: string): string {
  if (!known.has(pageScheme)) return policy;
  const source = new RegExp(`(?<=[\\s])${pageScheme}:(?://([^\\s;,/]+))?(?=[\\s;,/]|$)`, 'gi');
  return policy.replace(source, (_, host: string | undefined) =>
    host === undefined
      ? `http://${pageScheme}.localhost http://*.${pageScheme}.localhost`
      : `http://${host}.${pageScheme}.localhost`,
  );
}
