import type { Person } from '../../shared/release';

/** "Li Na, Vice-President" */
export function personText({ name, title }: Person): string {
  return title === '' ? name : `${name}, ${title}`;
}
