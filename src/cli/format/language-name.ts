import type { ReleaseLanguage } from '../../shared/release';

export const languageNames: Readonly<Record<ReleaseLanguage, string>> = {
  en: 'English',
  zh: 'Chinese',
  und: 'not told',
};
