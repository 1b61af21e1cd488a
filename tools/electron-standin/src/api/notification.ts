import { notImplemented } from '../not-implemented';

export class Notification {
  static isSupported(): boolean {
    return false;
  }

  constructor() {
    throw notImplemented('new Notification()');
  }
}
