/**
 * Whether spelling can be checked without a network: on a Mac the system does it. Elsewhere Electron
 * would fetch dictionaries, and offers no way to give it any.
 */
export const hasSystemSpelling = process.platform === 'darwin';
