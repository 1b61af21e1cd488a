import {
  Building2,
  DoorOpen,
  FlaskConical,
  FolderOpen,
  HardDriveDownload,
  History,
  Import,
  Landmark,
  PackageCheck,
  ShieldCheck,
} from 'lucide-react';
import { request } from '../bridge';
import { openImport } from '../features/importing/run-import';
import { leaveArchive } from '../features/filing/leave';
import { chooseAndOpen, openFolder } from '../features/welcome/open-archive';
import { openDialog } from '../state/dialogs';
import { closeArchive } from '../state/archive';
import { attempt } from '../state/release-actions';
import type { Command, CommandContext } from './command';

function isOpen({ archive }: CommandContext): boolean {
  return archive !== null;
}

function canWrite({ archive }: CommandContext): boolean {
  return archive !== null && archive.readOnly === null;
}

export const archiveCommands: readonly Command[] = [
  {
    id: 'import',
    label: 'command.import',
    icon: Import,
    shortcut: { key: 'i', mod: true, shift: true },
    isEnabled: (context) => canWrite(context) && context.editor === null,
    run: openImport,
  },
  {
    id: 'open-archive',
    label: 'command.openArchive',
    icon: FolderOpen,
    shortcut: { key: 'o', mod: true },
    isEnabled: () => true,
    run: () => {
      void leaveArchive().then((left) => (left ? chooseAndOpen() : undefined));
    },
  },
  {
    id: 'open-recent',
    label: 'command.openRecent',
    icon: History,
    isEnabled: ({ recent }) => recent.length > 0,
    variants: ({ recent, archive }) =>
      recent
        .filter(({ folder }) => folder !== archive?.folder)
        .map(({ folder, name }) => ({ argument: folder, text: name })),
    run: (_context, folder) => {
      if (folder === null) return;
      void leaveArchive().then((left) => (left ? openFolder(folder) : undefined));
    },
  },
  {
    id: 'open-sample',
    label: 'command.openSample',
    icon: FlaskConical,
    isEnabled: () => true,
    run: () => {
      void leaveArchive().then((left) => {
        if (left) openDialog({ kind: 'sample' });
      });
    },
  },
  {
    id: 'close-archive',
    label: 'command.closeArchive',
    icon: DoorOpen,
    isEnabled: isOpen,
    run: () => {
      void leaveArchive().then((left) => (left ? closeArchive() : undefined));
    },
  },
  {
    id: 'institution',
    label: 'command.institution',
    icon: Landmark,
    isEnabled: canWrite,
    run: () => {
      openDialog({ kind: 'institution' });
    },
  },
  {
    id: 'verify-archive',
    label: 'command.verify',
    icon: ShieldCheck,
    isEnabled: isOpen,
    run: () => {
      openDialog({ kind: 'verify', packPath: null });
    },
  },
  {
    id: 'verify-pack',
    label: 'command.verifyPack',
    icon: PackageCheck,
    isEnabled: isOpen,
    run: () => {
      void attempt(() => request('archive:choose', { purpose: 'pack' })).then((chosen) => {
        if (chosen) openDialog({ kind: 'verify', packPath: chosen.folder });
      });
    },
  },
  {
    id: 'backups',
    label: 'command.backups',
    icon: HardDriveDownload,
    isEnabled: isOpen,
    run: () => {
      openDialog({ kind: 'backups' });
    },
  },
  {
    id: 'new-partner',
    label: 'command.newPartner',
    icon: Building2,
    isEnabled: canWrite,
    run: () => {
      openDialog({ kind: 'partner', partnerId: null });
    },
  },
];
