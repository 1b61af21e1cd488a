import {
  AppWindow,
  BookOpen,
  Contrast,
  Info,
  Languages,
  Moon,
  PanelLeft,
  Settings2,
  Stethoscope,
  Sun,
  SunMoon,
} from 'lucide-react';
import { request } from '../bridge';
import { translate } from '../i18n';
import { openDialog } from '../state/dialogs';
import { attempt } from '../state/release-actions';
import { changeSettings } from '../state/settings';
import { showToast } from '../state/toasts';
import { toggleSidebar } from '../state/workspace';
import type { Command } from './command';

const always = (): boolean => true;

async function saveDiagnostics(): Promise<void> {
  const saved = await attempt(() => request('diagnostics:save', null));
  if (!saved) return;
  showToast({
    tone: 'done',
    text: translate('toast.diagnosticsSaved'),
    action: {
      label: translate('common.showInFolder'),
      run: () => void attempt(() => request('shell:reveal', { path: saved.path })),
    },
  });
}

export const windowCommands: readonly Command[] = [
  {
    id: 'new-window',
    label: 'command.newWindow',
    icon: AppWindow,
    shortcut: { key: 'n', mod: true, alt: true },
    isEnabled: always,
    run: () => void attempt(() => request('window:open', null)),
  },
  {
    id: 'settings',
    label: 'command.settings',
    icon: Settings2,
    shortcut: { key: ',', mod: true },
    isEnabled: always,
    run: () => {
      openDialog({ kind: 'settings' });
    },
  },
  {
    id: 'save-diagnostics',
    label: 'command.saveDiagnostics',
    icon: Stethoscope,
    isEnabled: always,
    run: () => void saveDiagnostics(),
  },
  {
    id: 'toggle-sidebar',
    label: 'command.toggleSidebar',
    icon: PanelLeft,
    shortcut: { key: '\\', mod: true },
    isEnabled: ({ archive }) => archive !== null,
    isOn: ({ isSidebarShown }) => isSidebarShown,
    run: () => {
      toggleSidebar();
    },
  },
  {
    id: 'help',
    label: 'command.help',
    icon: BookOpen,
    shortcut: { key: 'F1', shift: true },
    // Where there is nothing to search in, F1 alone means this.
    alsoShortcut: { key: 'F1' },
    isEnabled: always,
    run: () => {
      openDialog({ kind: 'help', page: 'getting-started' });
    },
  },
  {
    id: 'about',
    label: 'command.about',
    icon: Info,
    isEnabled: always,
    run: () => {
      openDialog({ kind: 'about' });
    },
  },
  {
    id: 'theme-system',
    label: 'command.themeSystem',
    icon: SunMoon,
    isEnabled: always,
    isOn: ({ settings }) => settings.theme === 'system',
    run: () => void changeSettings({ theme: 'system' }),
  },
  {
    id: 'theme-light',
    label: 'command.themeLight',
    icon: Sun,
    isEnabled: always,
    isOn: ({ settings }) => settings.theme === 'light',
    run: () => void changeSettings({ theme: 'light' }),
  },
  {
    id: 'theme-dark',
    label: 'command.themeDark',
    icon: Moon,
    isEnabled: always,
    isOn: ({ settings }) => settings.theme === 'dark',
    run: () => void changeSettings({ theme: 'dark' }),
  },
  {
    id: 'contrast-more',
    label: 'command.contrastMore',
    icon: Contrast,
    isEnabled: always,
    isOn: ({ settings }) => settings.contrast === 'more',
    run: ({ settings }) =>
      void changeSettings({ contrast: settings.contrast === 'more' ? 'system' : 'more' }),
  },
  {
    id: 'language-system',
    label: 'command.languageSystem',
    icon: Languages,
    isEnabled: always,
    isOn: ({ settings }) => settings.language === 'system',
    run: () => void changeSettings({ language: 'system' }),
  },
  {
    id: 'language-en',
    label: 'command.languageEnglish',
    icon: Languages,
    isEnabled: always,
    isOn: ({ settings }) => settings.language === 'en',
    run: () => void changeSettings({ language: 'en' }),
  },
  {
    id: 'language-zh',
    label: 'command.languageChinese',
    icon: Languages,
    isEnabled: always,
    isOn: ({ settings }) => settings.language === 'zh',
    run: () => void changeSettings({ language: 'zh' }),
  },
];
