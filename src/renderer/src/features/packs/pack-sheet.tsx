import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackContent, PackItem, PressPack } from '../../../../shared/press-pack';
import { useInterfaceLanguage } from '../../i18n';
import { instant } from '../../i18n/format';
import { collectInto } from '../../state/tray';
import { showReleases } from '../../state/workspace';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Field } from '../../ui/field';
import { PackEmbargo } from '../embargo/pack-embargo';
import { FixList } from './fix-list';
import { PackItemRow } from './pack-item-row';

interface PackSheetProps {
  readonly canWrite: boolean;
  readonly pack: PressPack;
  readonly content: PackContent;
  readonly onChange: (patch: Partial<PackContent>) => void;
}

function moved(items: readonly PackItem[], from: number, to: number): readonly PackItem[] {
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return items;
  const others = items.filter((_, index) => index !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

export function PackSheet({ canWrite, pack, content, onChange }: PackSheetProps) {
  const { t } = useTranslation();
  const { items } = content;
  const [dragged, setDragged] = useState<number | null>(null);
  return (
    <div className="reader-scroll" role="region" tabIndex={0} aria-label={t('pack.label')}>
      <fieldset className="pack" disabled={!canWrite}>
        <p className="kicker">
          <span>{t('pack.kicker')}</span>
          <span className="spring" />
          <span>{t('pack.releases', { count: items.length })}</span>
        </p>
        <div className="pack-title">
          <Field
            label={t('pack.title')}
            labelHidden
            placeholder={t('pack.untitled')}
            value={content.title}
            onChange={(title) => {
              onChange({ title });
            }}
          />
        </div>
        <PackEmbargo packId={pack.id} items={items} />
        <div className="pack-fields">
          <Field
            label={t('pack.coverNote')}
            value={content.coverNote}
            placeholder={t('pack.coverNoteHint')}
            multiline
            onChange={(coverNote) => {
              onChange({ coverNote });
            }}
          />
          <Field
            name="pack-contact"
            label={t('pack.contact')}
            value={content.contact}
            placeholder={t('pack.contactHint')}
            multiline
            onChange={(contact) => {
              onChange({ contact });
            }}
          />
        </div>
        {items.length > 0 && <FixList packId={pack.id} />}
        {items.length === 0 ? (
          <EmptyState
            icon={PackageOpen}
            title={t('pack.empty')}
            action={
              <Button
                onPress={() => {
                  void collectInto(pack.id);
                  showReleases();
                }}
              >
                {t('pack.backToReleases')}
              </Button>
            }
          >
            {t('pack.emptyText')}
          </EmptyState>
        ) : (
          <ol className="pack-items">
            {items.map((item, index) => (
              <li
                key={item.releaseId}
                className={dragged === index ? 'pack-slot pack-slot-dragged' : 'pack-slot'}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  if (dragged === index) return;
                  onChange({ items: moved(items, dragged, index) });
                  setDragged(index);
                }}
                onDragEnd={() => {
                  setDragged(null);
                }}
              >
                <PackItemRow
                  item={item}
                  index={index}
                  count={items.length}
                  onDragStart={() => {
                    setDragged(index);
                  }}
                  onMove={(to) => {
                    onChange({ items: moved(items, index, to) });
                  }}
                  onRemove={() => {
                    onChange({ items: items.filter((other) => other !== item) });
                  }}
                  onPhotos={(photoIds) => {
                    onChange({
                      items: items.map((other) => (other === item ? { ...item, photoIds } : other)),
                    });
                  }}
                />
              </li>
            ))}
          </ol>
        )}
        <Seals pack={pack} />
      </fieldset>
    </div>
  );
}

/** When the pack was handed out before. */
function Seals({ pack }: { readonly pack: PressPack }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  if (pack.seals.length === 0) return null;
  return (
    <section className="seals" aria-labelledby="seals-title">
      <h2 id="seals-title" className="form-section-title">
        {t('pack.exports')}
      </h2>
      <ul>
        {pack.seals.map((seal) => (
          <li key={seal.sealedAt} className="seal selectable">
            <span>{seal.name}</span>
            <span className="quiet">{instant(seal.sealedAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
