import {
  ArchiveRestore,
  Check,
  FilePen,
  FilePlus2,
  FolderPlus,
  FileCheck2,
  History,
  PackagePlus,
  Pencil,
  Printer,
  Trash2,
  X,
} from 'lucide-react';
import { showFiling } from '../features/filing/editor-store';
import { fileRelease } from '../features/filing/file-release';
import { editRelease, leaveEditor } from '../features/filing/leave';
import { mostPrinted, printReleases } from '../features/printing/print-releases';
import { translate } from '../i18n';
import { openDialog } from '../state/dialogs';
import { createPack, deleteReleases, restoreReleases } from '../state/release-actions';
import type { Command, CommandContext } from './command';

function canWrite({ archive, editor }: CommandContext): boolean {
  return archive !== null && archive.readOnly === null && editor === null;
}

function hasTargets(context: CommandContext): boolean {
  return canWrite(context) && context.targets.length > 0;
}

export const releaseCommands: readonly Command[] = [
  {
    id: 'new-release',
    label: 'command.newRelease',
    icon: FilePlus2,
    shortcut: { key: 'n', mod: true },
    isEnabled: canWrite,
    run: showFiling,
  },
  {
    id: 'edit-release',
    label: 'command.edit',
    icon: Pencil,
    shortcut: { key: 'e', mod: true },
    isEnabled: (context) =>
      canWrite(context) && context.targets.length === 1 && context.place !== 'trash',
    run: ({ targets }) => {
      const [id] = targets;
      if (id) void editRelease(id);
    },
  },
  {
    id: 'edit-many',
    label: 'command.editManyPlain',
    text: ({ targets }) =>
      targets.length > 1
        ? translate('command.editMany', { count: targets.length })
        : translate('command.editManyPlain'),
    icon: FilePen,
    // The key of editing: which of the two makes sense is told by how many are chosen.
    shortcut: { key: 'e', mod: true },
    isEnabled: (context) =>
      canWrite(context) && context.targets.length > 1 && context.place !== 'trash',
    run: ({ targets }) => {
      openDialog({ kind: 'edit-many', releaseIds: targets });
    },
  },
  {
    id: 'show-history',
    label: 'command.history',
    icon: History,
    shortcut: { key: 'h', mod: true, shift: true },
    // Looking is allowed where nothing can be changed.
    isEnabled: ({ archive, editor, targets }) =>
      archive !== null && editor === null && targets.length === 1,
    run: ({ targets }) => {
      const [releaseId] = targets;
      if (releaseId) openDialog({ kind: 'history', releaseId });
    },
  },
  {
    id: 'print-release',
    label: 'command.print',
    icon: Printer,
    shortcut: { key: 'p', mod: true },
    isEnabled: ({ archive, editor, targets }) =>
      archive !== null && editor === null && targets.length > 0 && targets.length <= mostPrinted,
    run: ({ targets }) => void printReleases(targets),
  },
  {
    id: 'add-to-pack',
    label: 'command.addToPack',
    icon: PackagePlus,
    shortcut: { key: 'p', mod: true, shift: true },
    isEnabled: (context) => hasTargets(context) && context.place !== 'trash',
    run: ({ targets }) => {
      openDialog({ kind: 'add-to-pack', releaseIds: targets });
    },
  },
  {
    id: 'delete-release',
    label: 'command.delete',
    icon: Trash2,
    isEnabled: (context) => hasTargets(context) && context.place !== 'trash',
    run: ({ targets }) => void deleteReleases(targets),
  },
  {
    id: 'restore-release',
    label: 'command.restore',
    icon: ArchiveRestore,
    isEnabled: (context) => hasTargets(context) && context.place === 'trash',
    run: ({ targets }) => void restoreReleases(targets),
  },
  {
    id: 'file-release',
    label: 'command.file',
    icon: FileCheck2,
    shortcut: { key: 'Enter', mod: true },
    isEnabled: ({ hasForm, editor }) => hasForm && editor === 'filing',
    run: () => void fileRelease(),
  },
  {
    id: 'save-release',
    label: 'common.save',
    icon: Check,
    shortcut: { key: 'Enter', mod: true },
    isEnabled: ({ hasForm, editor }) => hasForm && editor === 'revising',
    run: () => void fileRelease(),
  },
  {
    id: 'close-editor',
    label: 'command.closeEditor',
    icon: X,
    shortcut: { key: 'Escape' },
    isEnabled: ({ editor }) => editor !== null,
    run: () => void leaveEditor(),
  },
  {
    id: 'new-pack',
    label: 'command.newPack',
    icon: FolderPlus,
    shortcut: { key: 'n', mod: true, shift: true },
    isEnabled: canWrite,
    run: () => void createPack(translate('pack.untitled'), []),
  },
];
