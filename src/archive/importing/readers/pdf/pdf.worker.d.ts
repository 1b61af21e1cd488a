/** Loaded for what it does: it leaves its message handler where PDF.js looks for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
