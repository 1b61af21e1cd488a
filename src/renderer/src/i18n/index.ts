import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from './en.json';
import zh from './zh.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

export type InterfaceLanguage = 'en' | 'zh';
export type TextKey = ParseKeys;

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, zh: { translation: zh } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

export const i18n = i18next;
/** For sentences made outside components. */
export const translate = i18next.t.bind(i18next);

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
