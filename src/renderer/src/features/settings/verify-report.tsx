import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { algorithmName, type VerifyReport } from '../../../../shared/press-pack';
import { useInterfaceLanguage } from '../../i18n';
import { count, fileSize } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import './settings.css';

/** What a check against the checksums found: the verdict first, then every file that isn't right. */
export function VerifyReportView({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const { problems, algorithm, checkedFiles, checkedBytes } = report;
  const isGood = problems.length === 0;
  const Icon = isGood ? ShieldCheck : ShieldAlert;
  return (
    <div role="status">
      <p className={classNames('verify-verdict', !isGood && 'verify-verdict-bad')}>
        <Icon size={22} strokeWidth={1.6} aria-hidden />
        {isGood
          ? t('verify.good', {
              count: checkedFiles,
              files: count(checkedFiles, language),
              size: fileSize(checkedBytes, language),
            })
          : t('verify.bad', {
              count: problems.length,
              files: count(checkedFiles, language),
            })}
      </p>
      {algorithm !== '' && (
        <p className="verify-how">
          {t('verify.algorithm', { algorithm: algorithmName(algorithm) })}
        </p>
      )}
      {!isGood && (
        <ul className="verify-problems selectable" tabIndex={0}>
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.path}`} className="verify-problem">
              <p>{t(`verify.problem.${problem.kind}`)}</p>
              <p className="verify-path">{problem.path}</p>
              <p className="verify-path" lang="en">
                {problem.message}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
