import { html, type SafeHtml } from './html';

/** The lines of a text that is typed line by line, as a contact is; empty ones left out. */
export function textLines(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const mailAddress = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u;

/** Lines as HTML, their mail addresses as links. */
export function linesHtml(text: string): SafeHtml {
  const lines = textLines(text).map((line) => {
    // A split by one group gives the text between the addresses at even places.
    const pieces = line
      .split(mailAddress)
      .map((piece, index) =>
        index % 2 === 1 ? html`<a href="mailto:${piece}">${piece}</a>` : piece,
      );
    return html`${pieces}`;
  });
  return html`${lines.map((line, index) => (index === 0 ? line : html`<br />${line}`))}`;
}
