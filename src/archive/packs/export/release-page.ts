import { photosAround } from '../../../shared/photo-places';
import type { Release } from '../../../shared/release';
import { embargoParagraph } from './embargo-notice';
import { html, type SafeHtml } from './html';
import { labelsFor, longDate, type Labels } from './labels';
import { linesHtml } from './lines';
import { markdownHtml, withDateline } from './markdown';
import { pageHtml } from './page';
import type { PackPlan, PlannedRelease } from './pack-plan';
import { photoFigure } from './photo-html';
import { creditText } from './photo-texts';

const root = '../';

/** The page of one release. */
export function releasePage(plan: PackPlan, planned: PlannedRelease): string {
  const { release, photos } = planned;
  const labels = labelsFor(release.language);
  const headline = release.headline.trim() || labels.untitled;
  const byId = new Map(photos.map((photo) => [photo.photo.id, photo]));
  const around = photosAround(
    release.body,
    photos.map((photo) => ({ photoId: photo.photo.id, photo })),
  );
  const further = around.others.map(({ photo }) => photo);
  const body = markdownHtml(release.body, (photoId) => {
    const photo = byId.get(photoId);
    return photo === undefined ? null : photoFigure(photo, root, labels, 'inline');
  });
  return pageHtml({
    language: release.language,
    title: headline,
    root,
    kind: 'release',
    content: html`<nav>
        <a href="${root}index.html"
          ><span aria-hidden="true">←</span> ${plan.pack.title.trim() || labels.pressPack}</a
        >
      </nav>
      <main>
        <article>
          <header>
            ${embargoParagraph(planned.embargo, release.language)}
            ${statusNotice(release.status, labels)}
            <p class="kicker">${plan.pack.institution.name}</p>
            <h1>${headline}</h1>
            ${optional(release.subheadline, (text) => html`<p class="subheadline">${text}</p>`)}
            <p class="dates">${dates(release, labels)}</p>
            ${optional(release.byline, (text) => html`<p class="byline">${text}</p>`)}
          </header>
          ${around.lead === null ? null : photoFigure(around.lead.photo, root, labels, 'lead')}
          <div class="body">${withDateline(body, release.dateline)}</div>
          ${
            further.length === 0
              ? null
              : html`<section class="photos" aria-label="${labels.photos}">
                  ${further.map((photo) => photoFigure(photo, root, labels, 'further'))}
                </section>`
          }
          <footer>
            ${facts(planned, labels)}
            ${optional(release.boilerplate, (text) => html`<div class="boilerplate">${markdownHtml(text)}</div>`)}
            ${optional(
              release.mediaContact.trim() || plan.pack.contact,
              (text) =>
                html`<section class="contact">
                  <h2>${labels.contact}</h2>
                  <p>${linesHtml(text)}</p>
                </section>`,
            )}
          </footer>
        </article>
      </main>`,
  });
}

function statusNotice(status: Release['status'], labels: Labels): SafeHtml | null {
  switch (status) {
    case 'filed':
      return null;
    case 'draft':
      return html`<p class="notice" role="note">
        <strong>${labels.draft}</strong> ${labels.draftNotice}
      </p>`;
    case 'withdrawn':
      return html`<p class="notice" role="note">
        <strong>${labels.withdrawn}</strong> ${labels.withdrawnNotice}
      </p>`;
  }
}

/** The publication date, and the event's where it is another one. */
export function dates(release: Release, labels: Labels): SafeHtml {
  const { publicationDate, eventDate, language } = release;
  const published =
    publicationDate === null
      ? null
      : html`<time datetime="${publicationDate}">${longDate(publicationDate, language)}</time>`;
  const event =
    eventDate === null || eventDate === publicationDate
      ? null
      : html`<span class="event"
          >${labels.event}${labels.colon}<time datetime="${eventDate}"
            >${longDate(eventDate, language)}</time
          ></span
        >`;
  return html`${published}${event}`;
}

function facts({ release, partnerNames }: PlannedRelease, labels: Labels): SafeHtml | null {
  const rows: readonly (readonly [string, string])[] = [
    [labels.partners, partnerNames.join(labels.listSeparator)],
    [
      labels.people,
      release.people
        .map(({ name, title }) => (title === '' ? name : `${name} (${title})`))
        .join(labels.listSeparator),
    ],
    [labels.text, creditText(release.textCredit)],
    [labels.photo, creditText(release.photoCredit)],
  ];
  const filled = rows.filter(([, value]) => value !== '');
  if (filled.length === 0) return null;
  return html`<dl class="facts">
    ${filled.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

function optional(text: string, write: (text: string) => SafeHtml): SafeHtml | null {
  return text.trim() === '' ? null : write(text.trim());
}
