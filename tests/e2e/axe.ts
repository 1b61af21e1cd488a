import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AppDriver } from '../support/app-driver';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly targets: readonly string[];
}

/**
 * Runs axe in the page, all its rules or only one. The page's own policy forbids injected scripts, so it
 * goes in beside it.
 */
export async function violations(app: AppDriver, rule?: string): Promise<readonly Violation[]> {
  await app.settled();
  await app.window.evaluate(axeSource);
  const runOnly =
    rule === undefined ? { type: 'tag', values: rules } : { type: 'rule', values: [rule] };
  return app.window.evaluate(async (only) => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
      };
    };
    const result = await axe.run(document, { runOnly: only });
    return result.violations.map(({ id, nodes }) => ({
      id,
      targets: nodes.map((node) => node.target.join(' ')),
    }));
  }, runOnly);
}
