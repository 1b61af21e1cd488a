import { Eye, Folder, FolderInput, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WatchState } from '../../../../shared/importing';
import { request } from '../../bridge';
import { queryClient, useRequest } from '../../requests';
import { attempt } from '../../state/attempt';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';

const statuses = ['filed', 'draft'] as const;

async function apply(change: () => Promise<WatchState | null>): Promise<void> {
  const state = await attempt(change);
  if (state) queryClient.setQueryData(['watch:state', null], state);
}

/** The folder whose new files are filed by themselves; kept with the archive. */
export function WatchSettings({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { data: state } = useRequest('watch:state', null);
  if (!state) return null;
  const { watched, isMissing } = state;
  const isLost = isMissing && !isReadOnly;
  const State = isLost ? TriangleAlert : Eye;
  return (
    <div className="settings-watch">
      {watched !== null && (
        <>
          <div className="watch-folder">
            <p className="watch-line settings-path selectable">
              <Folder size={15} strokeWidth={1.8} aria-hidden />
              <bdi>{watched.folder}</bdi>
            </p>
            <p className="watch-line watch-state" data-missing={isLost} role="status">
              <State size={15} strokeWidth={1.8} aria-hidden />
              {isReadOnly ? t('watch.readOnly') : t(isMissing ? 'watch.isMissing' : 'watch.isOn')}
            </p>
          </div>
          <div className="watch-status">
            <span aria-hidden>{t('importing.status')}</span>
            <Segmented
              label={t('importing.status')}
              value={watched.status}
              isDisabled={isReadOnly}
              choices={statuses.map((value) => ({
                value,
                label: t(`importing.statuses.${value}`),
              }))}
              onChange={(status) => void apply(() => request('watch:change', { status }))}
            />
          </div>
        </>
      )}
      <div className="settings-buttons">
        <Button
          icon={FolderInput}
          isDisabled={isReadOnly}
          onPress={() => void apply(() => request('watch:choose', null))}
        >
          {t(watched === null ? 'watch.choose' : 'watch.chooseOther')}
        </Button>
        {watched !== null && (
          <Button
            icon={X}
            variant="quiet"
            isDisabled={isReadOnly}
            onPress={() => void apply(() => request('watch:change', { status: null }))}
          >
            {t('watch.stop')}
          </Button>
        )}
      </div>
      <p className="settings-help">{t('watch.help')}</p>
    </div>
  );
}
