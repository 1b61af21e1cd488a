import { Image, Languages } from 'lucide-react';
import type { ReleaseSummary } from '../../../../shared/release';
import type { FindHit } from '../../../../shared/search';
import { currentLanguage, translate } from '../../i18n';
import { contentLang, shortDate } from '../../i18n/format';
import { StatusBadge } from '../embargo/embargo-badge';
import { HitText } from '../../ui/hit-text';

/*
 * Rows are drawn by the dozen in a frame, so they take language and texts without a hook each; the
 * list draws them anew when the language changes.
 */

/** The language of a release, where it has one that is known; and what it isn't: filed. */
export function ReleaseMarks({ release }: { readonly release: ReleaseSummary }) {
  const { language } = release;
  return (
    <>
      {language !== 'und' && (
        <span className="row-language">{translate(`language.short.${language}`)}</span>
      )}
      <StoryMark release={release} />
      <StatusBadge release={release} />
    </>
  );
}

/** That a release is told in another language, too. */
export function StoryMark({ release }: { readonly release: ReleaseSummary }) {
  return (
    release.isInStory && (
      <Languages size={12} className="row-story" role="img" aria-label={translate('story.mark')} />
    )
  );
}

export function ReleaseDate({ release }: { readonly release: ReleaseSummary }) {
  const { publicationDate } = release;
  return (
    <span>
      {publicationDate
        ? shortDate(publicationDate, currentLanguage())
        : translate('release.undated')}
    </span>
  );
}

/** How many photos there are, where it isn't plain to see. */
export function PhotoCount({ count }: { readonly count: number }) {
  return (
    <span className="row-photos">
      <Image size={11} aria-hidden />
      {count}
    </span>
  );
}

export function Headline({ hit }: { readonly hit: FindHit }) {
  const { headline, language } = hit.release;
  return (
    <p className="row-headline" lang={contentLang(language)}>
      {headline === '' ? translate('release.untitled') : <HitText segments={hit.headline} />}
    </p>
  );
}

/** What was found beside the headline; else the first words. */
export function Snippet({ hit }: { readonly hit: FindHit }) {
  const { release, snippets } = hit;
  const shown = snippets.find((snippet) => snippet.field !== 'headline');
  return (
    <p className="row-snippet" lang={contentLang(release.language)}>
      {shown ? (
        <>
          {shown.field !== 'body' && (
            <span className="row-field">{translate(`list.fields.${shown.field}`)} </span>
          )}
          <HitText segments={shown.segments} />
        </>
      ) : (
        release.excerpt
      )}
    </p>
  );
}

export function Partners({ names }: { readonly names: readonly string[] }) {
  return names.length > 0 && <p className="row-partners">{names.join(' · ')}</p>;
}
