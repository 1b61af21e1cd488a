import { useEffect } from 'react';
import type { RequestArgument, Settings } from '../../../shared/ipc-contract';
import { request } from '../bridge';
import { i18n, localeOf } from '../i18n';
import { queryClient, useRequest } from '../requests';
import { withOwnLayout } from './own-layout';
import { attempt } from './release-actions';
import { setLayout } from './workspace';

export const fallbackSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  language: 'system',
  systemLanguage: 'en',
  sidebarWidth: null,
  listWidth: null,
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
  const key = ['settings:read', null];
  const before = queryClient.getQueryData<Settings>(key);
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>;
  const own = before && { ...before, ...given };
  // At once: what main tells all windows comes before its answer, and must not undo it for a moment.
  queryClient.setQueryData(key, own);
  const settings = await attempt(() => request('settings:change', change));
  queryClient.setQueryData(key, settings ? withOwnLayout(settings, own) : before);
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
