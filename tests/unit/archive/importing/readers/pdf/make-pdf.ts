export interface PageText {
  readonly text: string;
  /** Points from the lower edge, as in PDF. */
  readonly y: number;
  readonly x?: number;
  readonly size?: number;
}

export interface PageImage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels each side, all of one colour. */
  readonly pixels: number;
  readonly shade: number;
  /** Instead of pixels. */
  readonly jpeg?: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
}

export interface MadePage {
  readonly texts: readonly PageText[];
  readonly images: readonly PageImage[];
}

export function textPage(texts: readonly PageText[], images: readonly PageImage[] = []): MadePage {
  return { texts, images };
}

/** Lines of the usual size, from the top of an A4 page. */
export function paragraph(lines: readonly string[], top: number, x = 70): PageText[] {
  return lines.map((text, index) => ({ text, x, y: top - index * 14 }));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, '\\$&');
}

/** A PDF with the pages given, in Courier, which is 0.6 of its size wide. */
export function makePdf(pages: readonly MadePage[], info = ''): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body as string));
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${data.length}>>stream\n`),
      data,
      Buffer.from('\nendstream'),
    ]);
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>');
  const pageNumbers = pages.map(({ texts, images }) => {
    const names = images.map(({ pixels, shade, jpeg }) => {
      const common = '/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8';
      return jpeg === undefined
        ? add(
            stream(
              `${common}/Width ${pixels}/Height ${pixels}`,
              Buffer.alloc(pixels * pixels * 3, shade),
            ),
          )
        : add(
            stream(
              `${common}/Filter/DCTDecode/Width ${jpeg.width}/Height ${jpeg.height}`,
              Buffer.from(jpeg.bytes),
            ),
          );
    });
    const drawn = [
      ...texts.map(
        ({ text, x = 70, y, size = 10 }) =>
          `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`,
      ),
      ...images.map(
        ({ x, y, width, height }, index) => `q ${width} 0 0 ${height} ${x} ${y} cm /I${index} Do Q`,
      ),
    ];
    const content = add(stream('', Buffer.from(drawn.join('\n'), 'latin1')));
    const xObjects = names.map((number, index) => `/I${index} ${number} 0 R`).join('');
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F1 ${font} 0 R>>/XObject<<${xObjects}>>>>>>`,
    );
  });
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(' ');
  objects[1] = Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${pageNumbers.length}>>`);
  const infoNumber = info === '' ? 0 : add(`<<${info}>>`);
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((body, index) => {
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from('\nendobj\n'),
    ]);
    places.push(at);
    at += object.length;
    parts.push(object);
  });
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<</Size ${objects.length + 1}/Root 1 0 R${infoNumber === 0 ? '' : `/Info ${infoNumber} 0 R`}>>`;
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer${trailer}\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
