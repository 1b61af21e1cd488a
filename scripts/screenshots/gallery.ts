import type { Scene } from './scene';

/** A picture, and what is wrong with what it shows. */
export interface Drawn {
  readonly file: string;
  readonly scene: string;
  readonly theme: string;
  readonly language: string;
  readonly width: number;
  readonly faults: readonly string[];
}

/** A page with all pictures, one section a scene. */
export function galleryOf(drawn: readonly Drawn[], scenes: readonly Scene[]): string {
  const sections = scenes.map(({ name, about }) => {
    const own = drawn.filter(({ scene }) => scene === name);
    if (own.length === 0) return '';
    const pictures = own.map(
      ({ file, theme, language, width, faults }) => `
      <figure>
        <a href="${file}"><img src="${file}" alt="${escaped(about)}" loading="lazy"></a>
        <figcaption>${theme}, ${language}, ${width}${faults.length === 0 ? '' : ` <b>${escaped(faults.join('; '))}</b>`}</figcaption>
      </figure>`,
    );
    return `<section><h2>${escaped(about)}</h2><div>${pictures.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Press Archive: every screen</title>
<style>
  body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; background: #f4f1ea; color: #1f1b16; }
  section div { display: grid; grid-template-columns: repeat(auto-fill, minmax(380px, 1fr)); gap: 1rem; }
  figure { margin: 0; } img { width: 100%; border: 1px solid #cfc4af; } b { color: #a1241f; }
</style>
<h1>Every screen</h1>
${sections.join('\n')}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
