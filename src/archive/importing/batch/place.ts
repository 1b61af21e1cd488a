import { relative, sep } from 'node:path';
import type { Layout } from '../../store/layout';
import { legiblePath } from './system-path';

/** Where files were found: in the folders of the person, or inside one of their files. */
export interface Place {
  /** What is told in front of a path in an arrivals folder; null for the person's own. */
  readonly inside: { readonly folder: string; readonly label: string } | null;
  readonly depth: number;
}

/** A path as a report tells it. */
export function labelOf(path: string, { inside }: Place, layout: Layout): string {
  if (inside === null) return asDropped(path, layout) ?? legiblePath(path);
  const within = relative(inside.folder, path);
  return within === '' ? inside.label : `${inside.label} › ${within.replaceAll('\\', '/')}`;
}

/** What was dropped on a window has no path that anybody knows but the one within what was dropped. */
function asDropped(path: string, { arrivalsFolder }: Layout): string | null {
  if (!path.startsWith(arrivalsFolder + sep)) return null;
  const [, ...within] = relative(arrivalsFolder, path).split(sep);
  return within.join('/');
}
