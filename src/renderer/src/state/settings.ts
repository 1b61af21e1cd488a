import { useEffect } from 'react';
import type { RequestArgument, Settings } from '../../../shared/ipc-contract';
import { request } from '../bridge';
import { i18n, localeOf } from '../i18n';
import { queryClient, useRequest } from '../requests';
import { attempt } from './release-actions';
import { setLayout } from './workspace';

export const fallbackSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  language: 'system',
  systemLanguage: 'en',
  sidebarWidth: 232,
  listWidth: 400,
  preferRecent: false,
  checkSpelling: true,
  canCheckSpelling: false,
  narrowShown: true,
  foldedFacets: [],
  foldedSections: [],
  trayPackIds: [],
  listLayout: 'comfortable',
};

export function useSettings(): Settings {
  return useRequest('settings:read', null).data ?? fallbackSettings;
}

export async function changeSettings(change: RequestArgument<'settings:change'>): Promise<void> {
  const settings = await attempt(() => request('settings:change', change));
  if (settings) queryClient.setQueryData(['settings:read', null], settings);
}

/** Puts theme, contrast and language on the document, and the list into its layout. */
export function useAppliedSettings(): void {
  const { theme, contrast, language, systemLanguage, listLayout } = useSettings();
  useEffect(() => {
    setLayout(listLayout);
  }, [listLayout]);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const system = matchMedia('(prefers-contrast: more)');
    const apply = (): void => {
      const isMore = contrast === 'more' || system.matches;
      if (isMore) document.documentElement.dataset['contrast'] = 'more';
      else delete document.documentElement.dataset['contrast'];
    };
    apply();
    system.addEventListener('change', apply);
    return () => {
      system.removeEventListener('change', apply);
    };
  }, [contrast]);
  useEffect(() => {
    const chosen = language === 'system' ? systemLanguage : language;
    document.documentElement.lang = localeOf[chosen];
    void i18n.changeLanguage(chosen);
  }, [language, systemLanguage]);
}
