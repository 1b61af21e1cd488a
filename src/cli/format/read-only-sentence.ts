import type { ReadOnlyReason } from '../../shared/archive-info';

export function readOnlySentence(reason: ReadOnlyReason): string {
  return `The archive is open for reading only: ${because(reason)}.`;
}

function because(reason: ReadOnlyReason): string {
  switch (reason.why) {
    case 'requested':
      return 'it was opened so';
    case 'permissions':
      return "this computer doesn't allow writing to its folder";
    case 'newer-format':
      return `a newer version of the program made it (format ${reason.format})`;
    case 'locked':
      return `${reason.user || 'somebody'} on ${reason.host} has had it open since ${reason.since}`;
    case 'lock-lost':
      return `${reason.user || 'somebody'} took it over`;
  }
}
