import { useTranslation } from 'react-i18next';
import type { Likeness } from '../../../../shared/importing';
import { openRelease, showReleases } from '../../state/workspace';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { closeEditor } from './editor-store';

/** Says that the archive has this text already, or one that is much like it. */
export function LikenessNote({ found }: { readonly found: readonly Likeness[] }) {
  const { t } = useTranslation();
  const [likeliest] = found;
  if (likeliest === undefined) return null;
  const { id, kind, headline, resemblance } = likeliest;
  const percent = Math.round((resemblance ?? 0) * 100);
  return (
    <div className="boxed">
      <Banner
        tone="warning"
        action={
          <Button
            onPress={() => {
              closeEditor();
              showReleases();
              openRelease(id);
            }}
          >
            {t('filing.showDuplicate')}
          </Button>
        }
      >
        {t(`filing.likeness.${kind}`, { headline, percent })}
      </Banner>
    </div>
  );
}
