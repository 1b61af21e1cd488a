import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/archive/store/records';
import {
  mostUndoableChanges,
  undoDepth,
  UndoLog,
  type Changed,
} from '../../../../src/archive/store/undo-log';

function change(action: string, group?: string): Change {
  return { at: '2026-01-01T00:00:00.000Z', action, steps: [], ...(group ? { group } : {}) };
}

function revised(id: string): Changed {
  return { kind: 'release', id, before: 1, after: 2 };
}

function logOf(...changes: (readonly [Change, readonly Changed[]])[]): UndoLog {
  const log = new UndoLog();
  for (const [index, [each, changed]] of changes.entries()) log.note(each, changed, index + 1);
  return log;
}

describe('what can be undone', () => {
  it('moves over to what can be done again, and back', () => {
    const log = logOf(
      [change('release:revise'), [revised('a')]],
      [change('release:delete'), [revised('b')]],
      [change('undo'), [revised('b')]],
    );
    expect(log.record.done.map(({ action }) => action)).toEqual(['release:revise']);
    expect(log.record.undone.map(({ action }) => action)).toEqual(['release:delete']);
    log.note(change('redo'), [revised('b')], 4);
    expect(log.record.done.map(({ action }) => action)).toEqual([
      'release:revise',
      'release:delete',
    ]);
    expect(log.record).toMatchObject({ undone: [], sequence: 4 });
  });

  it('is one step for changes of one group that follow one another', () => {
    const log = logOf(
      [change('partner:add', 'g'), [revised('a')]],
      [change('release:file', 'g'), [revised('b')]],
      [change('release:file', 'h'), [revised('c')]],
      [change('release:file', 'g'), [revised('d')]],
    );
    expect(log.record.done.map(({ action, changes }) => [action, changes.length])).toEqual([
      ['release:file', 2],
      ['release:file', 1],
      ['release:file', 1],
    ]);
  });

  it('leaves out what the program notes down by itself, and preferences', () => {
    const log = logOf(
      [change('pack:seal'), [revised('a')]],
      [change('settings:change'), [revised('a')]],
      [change('release:revise'), []],
    );
    expect(log.record).toEqual({ sequence: 3, done: [], undone: [] });
  });

  it(`is the last ${undoDepth} steps`, () => {
    const log = new UndoLog();
    for (let number = 1; number <= undoDepth + 3; number += 1) {
      log.note(change('release:revise'), [revised(String(number))], number);
    }
    expect(log.record.done).toHaveLength(undoDepth);
    expect(log.record.done[0]?.changes[0]).toMatchObject({ id: '4' });
  });

  it('gives up the oldest steps when many were large, never the newest', () => {
    const many = Array.from({ length: mostUndoableChanges }, (_, at) => revised(String(at)));
    const log = logOf(
      [change('release:revise'), [revised('a')]],
      [change('release:edit-many'), many.slice(1)],
      [change('release:delete'), [revised('b')]],
    );
    expect(log.record.done.map(({ action }) => action)).toEqual([
      'release:edit-many',
      'release:delete',
    ]);
    log.note(change('release:edit-many'), [...many, revised('c')], 4);
    expect(log.record.done).toHaveLength(1);
  });

  it('is as before when the disk refuses the change', () => {
    const log = logOf([change('release:revise'), [revised('a')]]);
    const before = log.record;
    const first = log.note(change('undo'), [revised('a')], 2);
    const second = log.note(change('release:file'), [revised('b')], 3);
    second();
    first();
    expect(log.record).toBe(before);
  });
});
