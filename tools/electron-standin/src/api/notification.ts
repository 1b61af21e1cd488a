import { notImplemented } from '../not-implemented';

// Electron's own shape: one asks the class whether it is supported before making one.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
export class Notification {
  static isSupported(): boolean {
    return false;
  }

  constructor() {
    throw notImplemented('new Notification()');
  }
}
