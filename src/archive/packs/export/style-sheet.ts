/** `style.css` of a pack: for reading on a screen, light or dark, and on paper. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9;
  --ink: #1d1b18;
  --quiet: #6a655c;
  --rule: #dcd7cc;
  --accent: #8a2b1d;
  --tile: #efebe2;
  --serif: 'Source Serif 4', Charter, 'Iowan Old Style', Georgia, Cambria, 'Noto Serif',
    'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', SimSun, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'PingFang SC',
    'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614;
    --ink: #e9e5dd;
    --quiet: #a49e92;
    --rule: #393630;
    --accent: #ec9580;
    --tile: #24221f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto;
  padding: clamp(1.5rem, 5vw, 4rem) clamp(1.1rem, 4vw, 2.5rem) 5rem;
  max-width: 50rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.62 var(--serif);
  overflow-wrap: break-word;
  text-rendering: optimizeLegibility;
}
body.cover { max-width: 58rem; }
:lang(zh) { line-height: 1.85; }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
p { margin: 0 0 1em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
img { display: block; max-width: 100%; height: auto; background: var(--tile); }
.kicker, .dates, .byline, .files, .size, .credit, .facts, nav, th, .status, .notice, h2, .boilerplate, .contact {
  font-family: var(--sans);
}

/* The head of a page */
h1 {
  margin: 0 0 0.45em;
  font-size: clamp(1.9rem, 1.3rem + 2.6vw, 2.9rem);
  line-height: 1.14;
  font-weight: 650;
  letter-spacing: -0.012em;
}
h1:lang(zh) { line-height: 1.32; letter-spacing: 0; }
.kicker { margin: 0 0 0.9em; color: var(--accent); font-size: 0.86rem; font-weight: 600; line-height: 1.4; }
.subheadline { color: var(--quiet); font-size: 1.28rem; line-height: 1.42; text-wrap: pretty; }
.subheadline:lang(zh) { line-height: 1.6; }
.dates, .byline { margin: 0 0 0.35em; color: var(--quiet); font-size: 0.86rem; line-height: 1.5; }
.dates:empty { display: none; }
* + .event::before { content: '\\b7'; margin: 0 0.55em; }
.cover > header { padding-bottom: 1.6rem; border-bottom: 3px double var(--rule); }
nav { margin: 0 0 2.6rem; font-size: 0.86rem; line-height: 1.5; color: var(--quiet); }
nav a { text-decoration: none; }
.notice {
  margin: 0 0 2rem;
  padding: 0.8em 1.1em;
  border: 1px solid var(--accent);
  border-left-width: 6px;
  font-size: 0.95rem;
  line-height: 1.5;
}
.notice strong, .status { color: var(--accent); }
.notice strong { margin-right: 0.5em; }
.status { padding: 0.1em 0.5em; border: 1px solid currentcolor; border-radius: 3px; font-size: 0.8rem; margin-right: 0.35em; }

/* The text of a release */
.release .body { max-width: 36rem; margin: 2.2rem 0 0; }
.release .body > :last-child { margin-bottom: 0; }
.release .body :is(h2, h3, h4, h5, h6) { margin: 1.9em 0 0.5em; font: 650 1.12em/1.3 var(--serif); }
.dateline { font-weight: 600; }
blockquote { margin: 1.6em 0; padding: 0 0 0 1.2em; border-left: 3px solid var(--accent); font-style: italic; }
blockquote:lang(zh) { font-style: normal; }
ul, ol { padding-left: 1.4em; }
li { margin-bottom: 0.35em; }
hr { width: 6rem; margin: 2.4em 0; border: 0; border-top: 1px solid var(--rule); }
pre { overflow-x: auto; padding: 1em; background: var(--tile); font-size: 0.85em; white-space: pre-wrap; }
code { font-size: 0.9em; }

/* Photos */
figure { margin: 0; }
figure a { display: block; }
figure.lead { margin: 2.2rem 0; }
figure.inline { margin: 2rem 0; }
figure.inline img { max-height: 38rem; }
figure.lead img { width: 100%; }
figure.lead.upright img { width: auto; max-height: 42rem; }
figcaption { margin-top: 0.65em; font-size: 0.95rem; line-height: 1.5; max-width: 42rem; }
figcaption:lang(zh) { line-height: 1.7; }
.credit { color: var(--quiet); font-size: 0.8rem; }
.photos {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
  gap: 2.2rem 1.8rem;
  margin: 3rem 0 0;
  padding-top: 2.2rem;
  border-top: 1px solid var(--rule);
}
.photos .credit { display: block; margin-top: 0.15em; }
.photos img { width: 100%; max-height: 26rem; object-fit: contain; object-position: left top; background: none; }
.tile {
  display: grid;
  place-items: center;
  aspect-ratio: 3 / 2;
  background: var(--tile);
  color: var(--quiet);
  font: 600 1.4rem/1 var(--serif);
}

/* What stands under a release */
.release footer { margin-top: 3rem; padding-top: 1.8rem; border-top: 3px double var(--rule); }
.facts { display: grid; gap: 0.5rem; margin: 0 0 1.8rem; font-size: 0.9rem; line-height: 1.5; }
.facts div { display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
.boilerplate { max-width: 42rem; margin-bottom: 1.8rem; color: var(--quiet); font-size: 0.9rem; line-height: 1.6; }
.contact { font-size: 0.95rem; line-height: 1.6; }
.contact h2, .contents > h2, .photo-list > h2 { margin: 0 0 0.6em; color: var(--accent); font-size: 0.86rem; font-weight: 600; }
.contact p { margin: 0; }

/* The cover */
.opening { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 3.5rem; margin: 2.2rem 0 3.4rem; }
.note > :last-child { margin-bottom: 0; }
.note { max-width: 36rem; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents ol > li {
  display: grid;
  grid-template-columns: 13.5rem minmax(0, 1fr);
  gap: 1.8rem;
  margin: 0;
  padding: 1.5rem 0;
  border-top: 1px solid var(--rule);
}
.thumbnail img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; }
.contents h3 { margin: 0 0 0.3em; font-size: 1.4rem; font-weight: 620; line-height: 1.26; }
.contents h3:lang(zh) { line-height: 1.45; }
.contents h3 a { text-decoration-color: transparent; }
.contents h3 a:hover { text-decoration-color: currentcolor; }
.contents .subheadline { margin: 0 0 0.5em; font-size: 1.04rem; line-height: 1.5; }
.files { margin: 0; font-size: 0.82rem; color: var(--quiet); }
.photo-list { margin-top: 3.4rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.5; }
th { padding: 0 0 0.6em; color: var(--quiet); font-size: 0.8rem; font-weight: 500; text-align: left; }
td { padding: 0.9em 1.6em 0.9em 0; border-top: 1px solid var(--rule); vertical-align: top; }
td:last-child { padding-right: 0; }
td:first-child { width: 13.5rem; }
td img, td .tile { width: 6.5rem; height: 4.4rem; object-fit: cover; margin-bottom: 0.5em; aspect-ratio: auto; }
td:last-child { width: 24%; }
.file-name { display: block; font: 0.74rem/1.4 var(--sans); overflow-wrap: anywhere; }
.size { display: block; color: var(--quiet); font-size: 0.74rem; line-height: 1.5; }

@media (min-width: 52rem) {
  .opening:has(.note):has(.contact) { grid-template-columns: minmax(0, 36rem) minmax(0, 1fr); }
  .opening .note + .contact { padding-left: 1.5rem; border-left: 1px solid var(--rule); align-self: start; }
}
@media (max-width: 40rem) {
  .contents ol > li { grid-template-columns: 1fr; gap: 0.9rem; }
  .thumbnail:has(.tile) { display: none; }
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: block; padding: 1em 0; border-top: 1px solid var(--rule); }
  td, td:first-child, td:last-child { display: block; width: auto; padding: 0 0 0.4em; border: 0; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
}

@media print {
  @page { margin: 20mm 18mm; }
  :root { --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --accent: #000; --tile: #f2f2f2; color-scheme: light; }
  body, body.cover { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.5; }
  h1 { font-size: 22pt; }
  nav, .files { display: none; }
  .release .body { max-width: none; }
  figure, tr, .contents ol > li, .facts, .boilerplate, .contact { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure.lead img, figure.inline img { max-height: 95mm; width: auto; }
  .photos { grid-template-columns: 1fr 1fr; gap: 6mm; }
  .photos img { max-height: 75mm; }
  .contents ol > li { grid-template-columns: 42mm 1fr; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
  .body a[href^='http']::after, .note a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; }
}
`;
