import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PackId, PackRemark } from '../../../../shared/press-pack';
import { useInterfaceLanguage } from '../../i18n';
import { useRequest } from '../../requests';
import { Button } from '../../ui/button';
import { embargoMoment } from '../embargo/embargo-words';
import { focusField } from '../filing/fields';
import { editRelease } from '../filing/leave';

/** What to mend before the pack goes out, each with the way to mend it. */
export function FixList({ packId }: { readonly packId: PackId }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { data: remarks } = useRequest('pack:check', { id: packId });
  if (!remarks) return null;
  if (remarks.length === 0) {
    return (
      <p className="fix-none" role="status">
        <CircleCheck size={16} aria-hidden />
        {t('pack.nothingToFix')}
      </p>
    );
  }
  return (
    <section className="fix" aria-labelledby="fix-title">
      <h2 id="fix-title" className="fix-title">
        <TriangleAlert size={15} aria-hidden />
        {t('pack.toFix', { count: remarks.length })}
      </h2>
      <ul>
        {remarks.map((remark, index) => (
          <li key={index} className="fix-row">
            <span>
              {t(`pack.remark.${remark.kind}`, {
                name: remark.name,
                when: remark.embargo ? embargoMoment(remark.embargo, language) : '',
              })}
            </span>
            <Mend remark={remark} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mend({ remark }: { readonly remark: PackRemark }) {
  const { t } = useTranslation();
  const { kind, releaseId } = remark;
  if (kind === 'contact-missing') {
    return (
      <Button
        variant="quiet"
        onPress={() => {
          focusField('pack-contact');
        }}
      >
        {t('pack.writeContact')}
      </Button>
    );
  }
  if (releaseId === null || kind === 'release-missing' || kind === 'release-in-trash') return null;
  return (
    <Button variant="quiet" onPress={() => void editRelease(releaseId)}>
      {t('pack.mend')}
    </Button>
  );
}
