/** What a PDF may take. A release has a few pages; a yearbook some hundred. */
export const pdfLimits = {
  pages: 2000,
  /** Pieces of text on a page, and letters in all. */
  pieces: 200_000,
  letters: 20_000_000,
  /** Of one picture, and of all of them. */
  imagePixels: 100_000_000,
  allPixels: 1_000_000_000,
  images: 500,
  /** Below it a picture is an icon, a line or a pattern. In pixels, each side. */
  imageSide: 64,
  /** For all pages, in milliseconds. */
  time: 300_000,
} as const;
