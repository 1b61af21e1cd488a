import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  defaultImportOptions,
  type ImportState,
  type UnfinishedImport,
} from '../../../../src/shared/importing';
import { addChosen, useImport } from '../../../../src/renderer/src/features/importing/import-store';
import { startImport } from '../../../../src/renderer/src/features/importing/run-import';
import { useQuestion } from '../../../../src/renderer/src/state/questions';

const brokenOff: UnfinishedImport = {
  startedAt: '2026-03-02T09:00:00.000Z',
  stoppedAt: '2026-03-02T09:05:00.000Z',
  files: 40,
  filesDone: 12,
  filed: 12,
  options: defaultImportOptions,
  sources: ['/old/outbox'],
};
let asked: { channel: string; argument: unknown }[] = [];
let unfinished: UnfinishedImport | null = null;

beforeEach(() => {
  asked = [];
  unfinished = brokenOff;
  const request = (channel: string, argument: unknown): Promise<unknown> => {
    if (channel !== 'import:state') asked.push({ channel, argument });
    const state: ImportState = { running: null, last: null, unfinished };
    return Promise.resolve({ ok: true, value: channel === 'import:state' ? state : null });
  };
  vi.stubGlobal('window', { archive: { request } });
  addChosen([{ path: '/new/release.txt', name: 'release.txt', given: null }]);
});

afterEach(() => {
  useImport.setState({ chosen: [], isStarting: false });
  vi.unstubAllGlobals();
});

async function answered(answer: string): Promise<void> {
  const starting = startImport();
  await vi.waitFor(() => {
    expect(useQuestion.getState().question).not.toBeNull();
  });
  useQuestion.getState().resolve(answer);
  await starting;
}

describe('an import while an earlier one could be gone on with', () => {
  it('asks before anything is done, and does nothing where the person steps back', async () => {
    await answered('neither');
    expect(asked).toEqual([]);
    expect(useImport.getState().chosen).toHaveLength(1);
  });

  it('replaces the earlier one only when the person says so', async () => {
    await answered('replace');
    expect(asked).toMatchObject([{ channel: 'import:start', argument: { replaces: true } }]);
  });

  it('goes on with the earlier one, and what was chosen stays chosen', async () => {
    await answered('resume');
    expect(asked).toMatchObject([{ channel: 'import:resume' }]);
    expect(useImport.getState().chosen).toHaveLength(1);
  });

  it('asks nothing where none was broken off', async () => {
    unfinished = null;
    await startImport();
    expect(asked).toMatchObject([{ channel: 'import:start', argument: { replaces: false } }]);
    expect(useQuestion.getState().question).toBeNull();
  });
});
