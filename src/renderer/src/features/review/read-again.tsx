import { Check, ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { encodingName, type EncodingReading } from '../../../../shared/encodings';
import type { Release } from '../../../../shared/release';
import { request } from '../../bridge';
import { useCanWrite } from '../../commands/command-context';
import { translate } from '../../i18n';
import { useRequest } from '../../requests';
import { attempt } from '../../state/attempt';
import { sayUndoable } from '../../state/undo';
import { Button } from '../../ui/button';
import '../../ui/menu.css';

/** Reads the file of a release once more in another encoding, which shows what it makes of the first line. */
export function ReadAgain({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  const canWrite = useCanWrite();
  const encoding = release.source?.encoding ?? '';
  if (encoding === '' || release.source?.fileName === '') return null;
  return (
    <MenuTrigger>
      <Button isDisabled={!canWrite}>
        {t('review.readAs')} {encodingName(encoding)}
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="popover menu review-readings" offset={4}>
        <Readings release={release} current={encoding} />
      </Popover>
    </MenuTrigger>
  );
}

interface ReadingsProps {
  readonly release: Release;
  readonly current: string;
}

function Readings({ release: { id }, current }: ReadingsProps) {
  const { t } = useTranslation();
  const { data = [] } = useRequest('review:readings', { id });
  return (
    <Menu
      className="menu-list"
      selectionMode="single"
      selectedKeys={[current]}
      disabledKeys={data.filter(({ firstLine }) => firstLine === null).map((each) => each.encoding)}
      onAction={(key) => {
        if (key !== current) void readAgain(id, String(key));
      }}
    >
      <MenuSection className="menu-group">
        <Header className="menu-title">{t('review.readAsTitle')}</Header>
        {data.map((reading) => (
          <Reading key={reading.encoding} reading={reading} />
        ))}
      </MenuSection>
    </Menu>
  );
}

function Reading({ reading: { encoding, firstLine } }: { readonly reading: EncodingReading }) {
  const { t } = useTranslation();
  const line = firstLine ?? t('review.noReading');
  return (
    <MenuItem
      id={encoding}
      textValue={`${encodingName(encoding)} ${line}`}
      className="menu-item review-reading"
    >
      <span className="review-encoding">{encodingName(encoding)}</span>
      <bdi className="menu-item-label">{line}</bdi>
      <Check size={14} aria-hidden className="menu-check" />
    </MenuItem>
  );
}

async function readAgain(id: string, encoding: string): Promise<void> {
  const done = await attempt(() => request('review:read-again', { id, encoding }));
  if (done === undefined) return;
  await sayUndoable(translate('review.readAgain', { encoding: encodingName(encoding) }));
}
