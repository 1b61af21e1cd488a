/**
 * The only two Electron channels that exist. Requests and notices travel inside them, so that the
 * preload needs no list of names: main knows the contract and refuses what isn't in it.
 */
export const requestWire = 'press-archive:request';
export const noticeWire = 'press-archive:notice';
