import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { systemTimeZone, timeZones } from '../../../../shared/embargo';
import { wordsForZone } from '../../../../shared/zone-names';
import { localeOf, useInterfaceLanguage, type InterfaceLanguage } from '../../i18n';
import { zoneLabel } from './embargo-words';

const mostShown = 40;

interface ZoneChoice {
  readonly id: string;
  readonly label: string;
  /** What its clock is called, and how far it is ahead of UTC at `at`. */
  readonly detail: string;
}

interface ZoneFieldProps {
  readonly zone: string;
  readonly onChange: (zone: string) => void;
  /** The day for which the distance from UTC is shown. */
  readonly at: Date;
}

/** A time zone, by its name, its city, what its clock is called, or an abbreviation. */
export function ZoneField({ zone, onChange, at }: ZoneFieldProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const names = useMemo(() => {
    const own = systemTimeZone();
    // The computer's own and the chosen one come first.
    const first = [...new Set([zone, own])].filter((each) => each !== '');
    return [...first, ...timeZones(first).filter((each) => !first.includes(each))];
  }, [zone]);
  const items = useMemo(
    () => matching(names, typed ?? '', at, language),
    [names, typed, at, language],
  );
  return (
    <ComboBox
      className="field embargo-zone"
      menuTrigger="focus"
      items={items}
      inputValue={typed ?? zoneLabel(zone)}
      value={zone === '' ? null : zone}
      allowsEmptyCollection={false}
      onInputChange={(text) => {
        setTyped(text === zoneLabel(zone) ? null : text);
      }}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
        setTyped(null);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    >
      <Label className="field-label">{t('embargo.zone')}</Label>
      <Input className="field-input" placeholder={t('embargo.chooseZone')} />
      <Popover className="popover menu zone-menu" offset={4}>
        <ListBox<ZoneChoice>>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="menu-item">
              <span className="menu-item-label">{item.label}</span>
              <span className="zone-detail">{item.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function matching(
  names: readonly string[],
  typed: string,
  at: Date,
  language: InterfaceLanguage,
): readonly ZoneChoice[] {
  const wanted = typed.trim().toLowerCase();
  const found: ZoneChoice[] = [];
  for (const id of names) {
    if (found.length >= mostShown) break;
    const label = zoneLabel(id);
    const clock = clockName(id, at, language);
    const words = [label, clock, ...wordsForZone(id)].map((word) => word.toLowerCase());
    if (!words.some((word) => word.includes(wanted))) continue;
    found.push({ id, label, detail: `${clock} · ${offsetName(id, at)}` });
  }
  return found;
}

const clockNames = new Map<string, string>();

/** "United Kingdom Time", 英国时间 */
function clockName(zone: string, at: Date, language: InterfaceLanguage): string {
  const key = `${language} ${zone}`;
  let name = clockNames.get(key);
  if (name === undefined) {
    name = namePart(zone, at, localeOf[language], 'longGeneric');
    clockNames.set(key, name);
  }
  return name;
}

/** "GMT+1" */
function offsetName(zone: string, at: Date): string {
  return namePart(zone, at, 'en-GB', 'shortOffset');
}

function namePart(
  timeZone: string,
  at: Date,
  locale: string,
  timeZoneName: 'longGeneric' | 'shortOffset',
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
