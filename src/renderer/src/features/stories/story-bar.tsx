import { ChevronRight, Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Release, ReleaseId } from '../../../../shared/release';
import type { OnlyHere, StoryView } from '../../../../shared/story';
import { useInterfaceLanguage } from '../../i18n';
import { contentLang, longDate } from '../../i18n/format';
import { ask, queryClient, useRequest } from '../../requests';
import { attempt } from '../../state/attempt';
import { openRelease } from '../../state/workspace';
import { Segmented } from '../../ui/segmented';
import { groupedOnlyHere, orderedVersions } from './only-here-words';
import '../../ui/pairs.css';
import './stories.css';

/** The versions of a story: a switch between them, and what only the one that is read says. */
export function StoryBar({ release }: { readonly release: Release }) {
  const { data: story } = useRequest(
    'story:view',
    { id: release.id },
    { enabled: release.storyId !== undefined },
  );
  if (release.storyId === undefined || !story) return null;
  return <Versions story={story} release={release} />;
}

/** It is the same story: the switch, and the focus on it, stay where they are. */
async function switchTo(id: ReleaseId, story: StoryView): Promise<void> {
  queryClient.setQueryData(['story:view', { id }], story);
  // Read first, so that nothing is gone between the two.
  if (await attempt(() => ask('release:read', { id }))) openRelease(id);
}

interface VersionsProps {
  readonly story: StoryView;
  readonly release: Release;
}

function Versions({ story, release }: VersionsProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const versions = orderedVersions(story);
  const own = versions.find((each) => each.release.id === release.id);
  const found = own?.onlyHere ?? [];
  const isAllSame = versions.every(({ onlyHere }) => onlyHere.length === 0);
  const names = { en: 'English', zh: '中文', und: t('language.und') } as const;
  return (
    <div className="story">
      <div className="story-head">
        <Languages size={16} strokeWidth={1.7} aria-hidden className="story-icon" />
        <Segmented
          label={t('story.switch')}
          value={release.id}
          choices={versions.map((version) => ({
            value: version.release.id,
            label: names[version.release.language],
          }))}
          onChange={(id) => {
            void switchTo(id, story);
          }}
        />
        {found.length > 0 ? (
          <Button
            className="story-fold"
            aria-expanded={isOpen}
            onPress={() => {
              setOpen(!isOpen);
            }}
          >
            <ChevronRight size={14} aria-hidden />
            {t('story.onlyHere', { count: found.length })}
          </Button>
        ) : (
          <span className="story-same">{t(isAllSame ? 'story.allSame' : 'story.nothingOnly')}</span>
        )}
      </div>
      {isOpen && found.length > 0 && <Only found={found} release={release} />}
    </div>
  );
}

function Only({
  found,
  release,
}: {
  readonly found: readonly OnlyHere[];
  readonly release: Release;
}) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const said = ({ kind, text }: OnlyHere): string => {
    if (kind === 'publicationDate' || kind === 'eventDate') {
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? longDate(text, language) : text;
    }
    return text === '' ? t('story.noCaption') : text;
  };
  return (
    <dl className="pairs story-only selectable">
      {groupedOnlyHere(found).map(({ kind, texts }) => (
        <div key={kind}>
          <dt>{t(`story.kinds.${kind}`, { count: texts.length })}</dt>
          <dd lang={contentLang(release.language)}>
            {texts.map((text, index) => (
              <span key={index}>{said({ kind, text })}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
