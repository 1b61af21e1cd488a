import type { ArchiveBridge } from '../shared/ipc-contract';

declare global {
  interface Window {
    readonly archive: ArchiveBridge;
  }
}
