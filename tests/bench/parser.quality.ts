import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './harness/bench';
import { judgeDocx, judgeEml, judgeHtml, judgePdf, judgeWxr } from './parser/judge-formats';
import { judgeSeed } from './parser/judge-seed';
import { rowsOf, type Judgement } from './parser/judged';

const judges = {
  docx: judgeDocx,
  eml: judgeEml,
  html: judgeHtml,
  pdf: judgePdf,
  seed: judgeSeed,
  wxr: judgeWxr,
} as const;

/** How much of what arrives becomes the right record. */
export const bench: Bench = {
  question:
    'Do files of every format come out with the right title, date, text, captions and pictures?',
  defaultSizes: [],
  run: async ({ dataFolder, say }) => {
    if (dataFolder === null) {
      say('There is no material with expectations: nothing was judged.');
      return [];
    }
    const judgements: Judgement[] = [];
    for (const [format, judge] of Object.entries(judges)) {
      const folder = join(dataFolder, format);
      if (await isFolder(folder)) judgements.push(...(await judge(folder)));
      else say(`There is no material for ${format}.`);
    }
    const failures = judgements.filter(({ right }) => !right);
    say(
      `\n${String(failures.length)} of ${String(judgements.length)} came out otherwise than expected:`,
    );
    for (const { format, file, question, why } of failures) {
      say(`  ${format}/${file} — ${question}: ${why}`);
    }
    return rowsOf(judgements, 100);
  },
};

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
