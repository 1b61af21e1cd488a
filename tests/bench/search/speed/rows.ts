import { atMostTimes, below, noTarget, type Row } from '../../harness/row';
import { median, percentile } from '../../harness/statistics';
import type { Built } from './engines';
import type { Loaded } from './load-process';
import { kindsOfEdit, type KindOfEdit } from './measure-edits';
import type { Limits } from './measure-limits';
import type { Loadings } from './measure-loading';
import { kindsOfQuery, type KindOfQuery, type TimesOfKinds } from './measure-queries';
import type { Times } from './measured';

/** All that was measured of one size. */
export interface Measured {
  readonly n: number;
  readonly built: Built;
  readonly queries: TimesOfKinds;
  /** Of the first questions of all. */
  readonly firstQueries: TimesOfKinds;
  readonly edits: ReadonlyMap<KindOfEdit, Times>;
  readonly loadings: Loadings;
  readonly limits: Limits;
}

/** Most of the targets are about an archive of this size. */
const large = 100_000;
const usual = 10_000;
const megabyte = 1e6;

type Verdict = Pick<Row, 'target' | 'met'>;
type Judge = (row: Row) => Verdict;

const times =
  (factor: number, peer = 'FTS5'): Judge =>
  ({ ours, peers }) =>
    atMostTimes(ours, factor, peers[peer] ?? null, peer);

const under =
  (limit: number): Judge =>
  ({ ours, unit }) =>
    below(ours, limit, unit);

/** The percentiles that are told of a kind of query, and the targets of a large archive. */
const queryTargets: Readonly<Record<KindOfQuery, Readonly<Record<number, Judge | null>>>> = {
  'one word': { 50: null, 95: null },
  'two words, either': { 50: times(1 / 20), 95: times(1 / 20) },
  'two words, both': { 50: times(1 / 8), 95: null },
  'a key while typing': {
    50: times(1 / 20, 'FTS5 prefix'),
    95: times(1 / 20, 'FTS5 prefix'),
    99: under(5),
  },
  'a phrase': { 50: times(0.6), 95: times(1.1) },
  'a word, filtered by year or partner': { 50: null, 95: null },
  'two words with facets': { 50: null, 95: null },
  'two words with 20 snippets': { 50: times(1 / 15), 95: null },
  'two words with facets and 20 snippets': { 50: null, 95: under(10) },
};

export function speedRows(measured: readonly Measured[]): Row[] {
  return measured.flatMap((one) => [
    ...queryRows(one),
    ...firstRows(one),
    ...buildRows(one),
    ...loadRows(one),
    ...editRows(one),
    ...limitRows(one),
  ]);
}

function queryRows({ n, queries }: Measured): Row[] {
  return kindsOfQuery.flatMap((kind) => {
    const ofKind = queries.get(kind);
    if (ofKind === undefined) return [];
    return Object.entries(queryTargets[kind]).map(([percent, judge]) => {
      const row = percentileRow(n, kind, ofKind, Number(percent));
      return n >= large && judge !== null ? { ...row, ...judge(row) } : row;
    });
  });
}

/** What the first minutes of a session are like, before V8 has compiled what it runs often. */
function firstRows({ n, firstQueries }: Measured): Row[] {
  return [...firstQueries].map(([kind, times]) =>
    percentileRow(n, `${kind}, the first ones after the start`, times, 50),
  );
}

function percentileRow(n: number, what: string, ofKind: Times, percent: number): Row {
  const at = (values: readonly number[]): number => percentile(values, percent);
  return rowOf(n, `${what}, p${percent}`, 'ms', ofKind, at);
}

/** One value of each engine, ours first among them. */
function rowOf<Value>(
  n: number,
  what: string,
  unit: string,
  values: ReadonlyMap<string, readonly Value[]>,
  summary: (values: readonly Value[]) => number,
): Row {
  const mine = values.get('ours') ?? [];
  const others = [...values].filter(([engine]) => engine !== 'ours');
  return {
    name: 'search',
    case: what,
    n,
    unit,
    ours: summary(mine),
    peers: Object.fromEntries(others.map(([peer, list]) => [peer, summary(list)])),
    ...noTarget,
    samples: mine.length,
  };
}

function buildRows({ n, built, limits }: Measured): Row[] {
  const once = (ms: number): readonly number[] => [ms / 1_000];
  const builds = new Map([...built.ms].map(([engine, ms]) => [engine, once(ms)]));
  const build = rowOf(n, 'build the index', 's', builds, median);
  const factor = n >= large ? 0.45 : 0.6;
  const file: Row = {
    ...build,
    case: 'index file',
    unit: 'MB',
    ours: built.bytes / megabyte,
    peers: { FTS5: built.fts5Bytes === null ? null : built.fts5Bytes / megabyte },
  };
  return [
    n >= usual ? { ...build, ...times(factor)(build) } : build,
    n >= large ? { ...file, ...times(0.8)(file) } : file,
    {
      ...build,
      case: 'limit: build beside only taking the texts apart',
      peers: { 'taking apart': limits.tokenisingMs / 1_000 },
    },
  ];
}

function loadRows({ n, loadings }: Measured): Row[] {
  const row = (what: string, unit: string, value: (loaded: Loaded) => number): Row =>
    rowOf(n, what, unit, loadings, (list) => median(list.map(value)));
  const judged = (one: Row): Row => (n >= large ? { ...one, ...times(1)(one) } : one);
  return [
    judged(row('load and first query', 'ms', ({ ms }) => ms)),
    judged(row('memory of the process after that', 'MB', ({ megabytes }) => megabytes)),
    row('memory of the process after 200 queries', 'MB', ({ usedMegabytes }) => usedMegabytes),
  ];
}

function editRows({ n, edits }: Measured): Row[] {
  const added = edits.get('add')?.get('MiniSearch');
  return kindsOfEdit.flatMap((kind) => {
    const ofKind = edits.get(kind);
    if (ofKind === undefined) return [];
    const row = percentileRow(n, `${kind} a release`, ofKind, 50);
    const fts5 = row.peers['FTS5'] ?? null;
    // Without one of the two the other one's limit still stands.
    const limits = [
      ...(added === undefined ? [] : [0.5 * median(added)]),
      ...(fts5 === null ? [] : [fts5]),
    ];
    const verdict: Verdict = {
      target: "≤ 0.5 × MiniSearch's add and ≤ 1 × FTS5",
      met: limits.length === 0 ? null : limits.every((limit) => row.ours <= limit),
    };
    const high = percentileRow(n, `${kind} a release`, ofKind, 95);
    return [n >= usual ? { ...row, ...verdict } : row, high];
  });
}

function limitRows({ n, queries, limits }: Measured): Row[] {
  const words = queries.get('one word')?.get('ours');
  if (words === undefined) return [];
  const both = new Map([
    ['ours', words],
    ['looking through all texts', limits.scans],
  ]);
  return [rowOf(n, 'limit: one word beside no index at all, p50', 'ms', both, median)];
}
