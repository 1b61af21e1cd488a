/** Text that is HTML already; only `html` and the Markdown writer make it. */
export interface SafeHtml {
  readonly html: string;
}

type Piece = string | SafeHtml | null | readonly Piece[];

/** Template for HTML: every string put into it is escaped, lists are joined, null is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): SafeHtml {
  return {
    html: parts
      .map((part, index) => part + (index < values.length ? pieceHtml(values[index] ?? null) : ''))
      .join(''),
  };
}

function pieceHtml(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if ('html' in piece) return piece.html;
  return piece.map(pieceHtml).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}

/** A path of the pack as a relative address: each name percent-encoded, the slashes kept. */
export function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
