import i18next, { type ParseKeys, type PostProcessorModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from './en.json';
import { nestedQuotes } from './nested-quotes';
import zh from './zh.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

export type InterfaceLanguage = 'en' | 'zh';
export type TextKey = ParseKeys;

const quotes: PostProcessorModule = {
  type: 'postProcessor',
  name: 'quotes',
  process: nestedQuotes,
};

void i18next
  .use(initReactI18next)
  .use(quotes)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en }, zh: { translation: zh } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    postProcess: [quotes.name],
  });

export const i18n = i18next;
const plainTexts = new Map<string, string>();

function translated(key: unknown, ...options: readonly unknown[]): unknown {
  const ask = i18next.t as unknown as (...values: readonly unknown[]) => string;
  if (typeof key !== 'string' || options.length > 0) return ask(key, ...options);
  // Rows ask for the same few words by the dozen in a frame.
  const known = `${i18next.language} ${key}`;
  let text = plainTexts.get(known);
  if (text === undefined) {
    text = ask(key);
    plainTexts.set(known, text);
  }
  return text;
}

/** For sentences made outside components. */
export const translate = translated as unknown as typeof i18next.t;

export function currentLanguage(): InterfaceLanguage {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

/** The interface's language as a hook: what depends on it is drawn again when it changes. */
export function useInterfaceLanguage(): InterfaceLanguage {
  const { i18n: instance } = useTranslation();
  return instance.language === 'zh' ? 'zh' : 'en';
}

/** BCP 47 tags for `lang` attributes and Intl. */
export const localeOf: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', zh: 'zh-CN' };
