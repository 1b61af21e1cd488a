import type { UseMutationResult } from '@tanstack/react-query';
import type { BackupState, BackupWork, RestoredArchive } from '../../../../shared/backup';
import type { RequestArgument } from '../../../../shared/ipc-contract';
import { request, type BridgeError } from '../../bridge';
import { queryClient, useChange } from '../../requests';
import { attempt } from '../../state/release-actions';

export interface BackupWorkInView {
  /** What is under way, whoever began it. */
  readonly running: BackupWork | null;
  /** Whether something was begun here: then the focus follows it. */
  readonly isOurs: boolean;
  readonly make: () => void;
  readonly prove: () => void;
  /** Asks for a folder first. */
  readonly restoreTo: (backup: string) => Promise<void>;
  readonly cancel: () => void;
  readonly restore: UseMutationResult<
    RestoredArchive,
    BridgeError,
    RequestArgument<'backup:restore'>
  >;
  /** Why the last thing that was asked for here didn't come about. */
  readonly error: BridgeError | null;
}

export function useBackupWork(state: BackupState | undefined): BackupWorkInView {
  const make = useChange('backup:make');
  const prove = useChange('backup:rehearse');
  const restore = useChange('backup:restore');
  const all = [make, prove, restore];
  const forgetErrors = (): void => {
    for (const { reset } of all) reset();
  };
  const pending = make.isPending
    ? 'backup'
    : prove.isPending
      ? 'rehearsal'
      : restore.isPending
        ? 'restore'
        : null;
  return {
    running: state?.running ?? pending,
    isOurs: all.some(({ isIdle }) => !isIdle),
    make: () => {
      forgetErrors();
      make.mutate(null, { onSuccess: showState });
    },
    prove: () => {
      forgetErrors();
      prove.mutate(null, { onSuccess: showState });
    },
    restoreTo: async (backup) => {
      forgetErrors();
      const chosen = await attempt(() => request('archive:choose', { purpose: 'restore' }));
      if (chosen) restore.mutate({ backup, folder: chosen.folder });
    },
    cancel: () => {
      void attempt(() => request('backup:cancel', null));
    },
    restore,
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
  };
}

export function showState(state: BackupState): void {
  queryClient.setQueryData(['backup:state', null], state);
}
