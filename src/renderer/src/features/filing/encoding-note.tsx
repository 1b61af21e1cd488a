import { encodingName, textEncodings } from '../../../../shared/encodings';
import type { ReleaseIntake } from '../../../../shared/release-draft';
import { useTranslation } from 'react-i18next';
import { translate } from '../../i18n';
import { askPerson } from '../../state/questions';
import { Select } from '../../ui/select';
import { isDirty, shownSession } from './editor-store';
import { readAgain } from './take-files';

interface EncodingNoteProps {
  readonly intake: ReleaseIntake;
  readonly file: File | null;
}

async function readOtherwise(file: File, encoding: string): Promise<void> {
  if (isDirty(shownSession())) {
    const answer = await askPerson({
      title: translate('filing.rereadTitle'),
      text: translate('filing.rereadText'),
      answers: [
        { id: 'stay', label: translate('common.cancel') },
        { id: 'read', label: translate('filing.reread'), variant: 'primary' },
      ],
      escape: 'stay',
    });
    if (answer !== 'read') return;
  }
  await readAgain(file, encoding);
}

/** Says how a text file was read, where that isn't plain; another reading is one choice away. */
export function EncodingNote({ intake, file }: EncodingNoteProps) {
  const { t } = useTranslation();
  const { encoding } = intake.source;
  if (file === null || (intake.encodingSure && encoding === 'utf-8')) return null;
  const offered = [...new Set([encoding, ...textEncodings])];
  return (
    <span className="encoding">
      <span>{t(intake.encodingSure ? 'filing.readAs' : 'filing.readAsUnsure')}</span>
      <Select
        label={t('filing.encoding')}
        labelHidden
        look="quiet"
        value={encoding}
        choices={offered.map((value) => ({ value, label: encodingName(value) }))}
        onChange={(chosen) => {
          if (chosen !== encoding) void readOtherwise(file, chosen);
        }}
      />
    </span>
  );
}
