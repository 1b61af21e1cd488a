import { embargoNotice, embargoParagraph } from './embargo-notice';
import { address, html, type SafeHtml } from './html';
import { coverLanguage, labelsFor, longDate, type Labels } from './labels';
import { linesHtml } from './lines';
import { markdownHtml } from './markdown';
import { pageHtml } from './page';
import type { PackPlan, PlannedPhoto, PlannedRelease } from './pack-plan';
import { photoImage } from './photo-html';
import { dates } from './release-page';

/** The page that a journalist opens first: what the pack is, whom to call, what is in it. */
export function coverPage(plan: PackPlan): string {
  const { pack, releases } = plan;
  const language = coverLanguage(pack.title);
  const labels = labelsFor(language);
  const title = pack.title.trim() || labels.pressPack;
  return pageHtml({
    language,
    title,
    root: '',
    kind: 'cover',
    content: html`<header>
        ${embargoParagraph(plan.embargo, language)}
        <p class="kicker">${pack.institution.name}</p>
        <h1>${title}</h1>
        <p class="dates">
          <span>${labels.pressPack}</span
          ><span class="event"
            ><time datetime="${plan.date}">${longDate(plan.date, language)}</time></span
          >
        </p>
      </header>
      <main>
        <div class="opening">
          ${pack.coverNote.trim() === '' ? null : html`<div class="note">${markdownHtml(pack.coverNote)}</div>`}
          ${
            pack.contact.trim() === ''
              ? null
              : html`<section class="contact">
                  <h2>${labels.contact}</h2>
                  <p>${linesHtml(pack.contact)}</p>
                </section>`
          }
        </div>
        <section class="contents">
          <h2>${labels.contents}</h2>
          <ol>
            ${releases.map(contentsEntry)}
          </ol>
        </section>
        ${photosTable(releases, labels)}
      </main>`,
  });
}

function contentsEntry(planned: PlannedRelease): SafeHtml {
  const { release, photos } = planned;
  const labels = labelsFor(release.language);
  const [lead] = photos;
  const status =
    release.status === 'filed'
      ? null
      : html`<strong class="status"
          >${release.status === 'draft' ? labels.draft : labels.withdrawn}</strong
        > `;
  return html`<li lang="${release.language}">
    <div class="thumbnail" aria-hidden="true">
      ${lead === undefined ? html`<span class="tile">${planned.number}</span>` : photoImage(lead, '')}
    </div>
    <div class="entry">
      ${planned.embargo === null ? null : html`<p class="dates"><strong class="status">${embargoNotice(planned.embargo, release.language)}</strong></p>`}
      <p class="dates">${status}${dates(release, labels)}</p>
      <h3><a href="${address(planned.html)}">${release.headline.trim() || labels.untitled}</a></h3>
      ${release.subheadline.trim() === '' ? null : html`<p class="subheadline">${release.subheadline.trim()}</p>`}
      <p class="files"><a href="${address(planned.text)}">${labels.plainText}</a></p>
    </div>
  </li> `;
}

function photosTable(releases: readonly PlannedRelease[], labels: Labels): SafeHtml | null {
  if (releases.every(({ photos }) => photos.length === 0)) return null;
  return html`<section class="photo-list">
    <h2>${labels.photos}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${labels.file}</th>
          <th scope="col">${labels.caption}</th>
          <th scope="col">${labels.credit}</th>
        </tr>
      </thead>
      <tbody>
        ${releases.map(({ release, photos }) => photos.map((photo) => photoRow(photo, release.language)))}
      </tbody>
    </table>
  </section>`;
}

function photoRow(planned: PlannedPhoto, language: string): SafeHtml {
  const { file, texts, photo } = planned;
  return html`<tr>
    <td>
      <a href="${address(file)}"
        >${photoImage(planned, '')}<span class="file-name">${file.replace('photos/', '')}</span></a
      ><span class="size"
        >${String(photo.width)} × ${String(photo.height)}, ${fileSize(photo.bytes)}</span
      >
    </td>
    <td lang="${language}">${texts.caption}</td>
    <td lang="${language}">${texts.credit}</td>
  </tr> `;
}

function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
