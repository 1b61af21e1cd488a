import { atLeast, type Row } from '../harness/row';

/** One question about one file, and whether it came out right; `why` for the list of failures. */
export interface Judgement {
  readonly format: string;
  readonly file: string;
  readonly question: string;
  readonly right: boolean;
  readonly why: string;
}

/** The share of files where each question came out right, in percent. */
export function rowsOf(judgements: readonly Judgement[], least: number): readonly Row[] {
  return [...grouped(judgements)].map(([name, all]) => {
    const ours = (100 * all.filter(({ right }) => right).length) / all.length;
    return {
      name: 'parser',
      case: name,
      n: all.length,
      unit: '%',
      ours,
      peers: {},
      samples: all.length,
      ...atLeast(ours, least, '%'),
    };
  });
}

function grouped(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const name = `${judgement.format}: ${judgement.question}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [judgement]);
    else group.push(judgement);
  }
  return groups;
}
