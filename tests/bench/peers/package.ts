import { createRequire } from 'node:module';

const requireHere = createRequire(import.meta.url);

/**
 * A package of this folder's own `package.json`, which may not be installed: null then, with the
 * reason to `say`. Such packages are described where they are used, as far as they are used.
 */
export function loadPackage(name: string, say: (line: string) => void): unknown {
  try {
    return requireHere(name) as unknown;
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
    say(`MISSING PEER: ${name} is not compared. It can't be loaded: ${reason}`);
    return null;
  }
}
