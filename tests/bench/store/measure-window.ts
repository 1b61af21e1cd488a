import { below, type Row } from '../harness/row';
import { median } from '../harness/statistics';
import { archiveFolder, type Place } from './place';
import { blockByMachine, blocksOfMain, type Blocks } from './window-block';

const rounds = 3;

export interface WindowMeasured {
  readonly n: number;
  readonly ours: readonly Blocks[];
  readonly machine: readonly number[];
}

export async function measureWindow(place: Place): Promise<WindowMeasured> {
  const ours: Blocks[] = [];
  const machine: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await blocksOfMain(archiveFolder(place), place.material, place.n));
    machine.push(await blockByMachine(2_000));
  }
  return { n: place.n, ours, machine };
}

export function windowRows(measured: readonly WindowMeasured[]): Row[] {
  return measured.flatMap(({ n, ours, machine }) => {
    const row = (what: string, longest: readonly number[]): Row => ({
      name: 'store',
      case: `longest block of main's thread: ${what}`,
      n,
      unit: 'ms',
      ours: median(longest),
      peers: { 'a busy thread that does nothing': median(machine) },
      ...verdict(median(longest), median(machine)),
      samples: longest.length,
    });
    return (['open and list', 'edit', 'file', 'close'] as const).map((what) =>
      row(
        what,
        ours.map((blocks) => blocks[what]),
      ),
    );
  });
}

/** A machine that is too busy for the target by itself says nothing about the program. */
function verdict(ours: number, machine: number): Pick<Row, 'target' | 'met'> {
  const judged = below(ours, 50, 'ms');
  return judged.met === false && machine >= 50 ? { ...judged, met: null } : judged;
}
