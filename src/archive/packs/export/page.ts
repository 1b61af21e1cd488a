import { html, type SafeHtml } from './html';

export interface Page {
  readonly language: string;
  readonly title: string;
  /** '' for the cover, '../' for pages in a folder. */
  readonly root: string;
  readonly kind: 'cover' | 'release';
  readonly content: SafeHtml;
}

/*
 * The pages are opened from a disk. There 'self' alone isn't sure to match (the origin of a file:
 * page is opaque, browsers differ), so the scheme is allowed by name; 'self' serves whoever puts
 * the folder on a web server. No directive allows a script or anything remote.
 */
const policy =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'";

/** One page of the pack (HTML Living Standard), complete without a network. */
export function pageHtml({ language, title, root, kind, content }: Page): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="stylesheet" href="${root}style.css" />
      </head>
      <body class="${kind}">
        ${content}
      </body>
    </html> `.html;
}
