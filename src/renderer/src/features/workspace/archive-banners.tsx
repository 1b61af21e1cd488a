import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveInfo } from '../../../../shared/archive-info';
import { Banner } from '../../ui/banner';
import { ReadOnlyBanner } from './read-only-banner';

/** What somebody who opens the archive has to know before relying on it. */
export function ArchiveBanners({ info }: { readonly info: ArchiveInfo }) {
  const { t } = useTranslation();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { warnings, readOnly } = info;
  return (
    <>
      {readOnly && <ReadOnlyBanner reason={readOnly} />}
      {warnings.length > 0 && dismissed !== warnings && (
        <Banner
          tone="warning"
          onDismiss={() => {
            setDismissed(warnings);
          }}
        >
          {t('workspace.warnings')}
          <ul lang="en">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
