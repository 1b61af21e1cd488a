import { ChevronRight, FolderPen, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { encodingName, textEncodings } from '../../../../shared/encodings';
import { useRequest } from '../../requests';
import { Button, IconButton } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { Segmented } from '../../ui/segmented';
import { Select } from '../../ui/select';
import { TagField } from '../../ui/tag-field';
import { AddedPartners } from '../edit-many/added-partners';
import { changeOptions, useImport } from './import-store';
import { chooseMediaFolder } from './run-import';

const statuses = ['filed', 'draft'] as const;
const detected = 'detect';

/** How everything that is found is filed. */
export function ImportOptionsForm() {
  const { t } = useTranslation();
  const options = useImport((state) => state.options);
  const { data: partners = [] } = useRequest('partner:list', null);
  const nameOf = (id: string): string => partners.find((each) => each.id === id)?.name ?? id;
  return (
    <section className="import-part" aria-labelledby="import-how">
      <h2 id="import-how" className="import-label">
        {t('importing.optionsTitle')}
      </h2>
      <div className="field">
        <span className="field-label">{t('importing.status')}</span>
        <span className="import-status">
          <Segmented
            label={t('importing.status')}
            value={options.status}
            choices={statuses.map((value) => ({ value, label: t(`importing.statuses.${value}`) }))}
            onChange={(status) => {
              changeOptions({ status });
            }}
          />
          <span className="field-help">{t(`importing.statusHelp.${options.status}`)}</span>
        </span>
      </div>
      <TagField
        label={t('importing.tags')}
        values={options.tags}
        placeholder={t('filing.tagsHint')}
        onChange={(tags) => {
          changeOptions({ tags });
        }}
      />
      <AddedPartners
        label={t('importing.partners')}
        chosen={options.partnerIds}
        nameOf={nameOf}
        onChange={(partnerIds) => {
          changeOptions({ partnerIds });
        }}
      />
      <div>
        <Checkbox
          isSelected={options.addPartners}
          onChange={(addPartners) => {
            changeOptions({ addPartners });
          }}
        >
          {t('importing.addPartners')}
        </Checkbox>
        <p className="field-help import-indented">{t('importing.addPartnersHelp')}</p>
      </div>
      <MoreOptions />
    </section>
  );
}

/** What hardly anybody needs. */
function MoreOptions() {
  const { t } = useTranslation();
  const options = useImport((state) => state.options);
  const [isOpen, setOpen] = useState(
    options.encoding !== null || options.mediaFolder !== null || options.again,
  );
  return (
    <div className="import-more">
      <AriaButton
        className="import-fold"
        aria-expanded={isOpen}
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        <ChevronRight size={14} aria-hidden />
        {t('importing.more')}
      </AriaButton>
      {isOpen && (
        <div className="import-part">
          <Select
            label={t('importing.encoding')}
            value={options.encoding ?? detected}
            choices={[
              { value: detected, label: t('importing.encodingDetect') },
              ...textEncodings.map((value) => ({ value, label: encodingName(value) })),
            ]}
            onChange={(value) => {
              changeOptions({ encoding: value === detected ? null : value });
            }}
          />
          <div className="import-media">
            <div className="import-media-text">
              <p className="field-label">{t('importing.media')}</p>
              <p className="import-media-path selectable">
                {options.mediaFolder ?? t('importing.mediaBeside')}
              </p>
              <p className="field-help">{t('importing.mediaHelp')}</p>
            </div>
            {options.mediaFolder !== null && (
              <IconButton
                icon={X}
                label={t('importing.mediaBeside')}
                onPress={() => {
                  changeOptions({ mediaFolder: null });
                }}
              />
            )}
            <Button icon={FolderPen} onPress={() => void chooseMediaFolder()}>
              {t('importing.mediaChoose')}
            </Button>
          </div>
          <div>
            <Checkbox
              isSelected={options.again}
              onChange={(again) => {
                changeOptions({ again });
              }}
            >
              {t('importing.again')}
            </Checkbox>
            <p className="field-help import-indented">{t('importing.againHelp')}</p>
          </div>
        </div>
      )}
    </div>
  );
}
