import type { AppDriver } from '../../tests/support/app-driver';

/** A screen in one state. It is found by its classes and commands, for its words differ by language. */
export interface Scene {
  readonly name: string;
  /** What a reader of the pictures should know. */
  readonly about: string;
  /** Which archive is open while it is drawn. */
  readonly archive: 'none' | 'empty' | 'sample';
  /** Leads there from the list of all releases. */
  readonly show: (app: AppDriver) => Promise<void>;
  /** Beyond Esc: what leads back. */
  readonly leave?: (app: AppDriver) => Promise<void>;
}
