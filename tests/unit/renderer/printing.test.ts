import { afterEach, describe, expect, it, vi } from 'vitest';
import { printReleases } from '../../../src/renderer/src/features/printing/print-releases';
import { useQuestion } from '../../../src/renderer/src/state/questions';

const embargo = { local: '2099-08-05T10:00', zone: 'UTC', until: '2099-08-05T10:00:00.000Z' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('printing', () => {
  it('asks before a release under embargo leaves, one in the trash as well', async () => {
    const asked: string[] = [];
    const request = (channel: string): Promise<unknown> => {
      asked.push(channel);
      const release = { embargo, deletedAt: '2026-01-01T00:00:00.000Z' };
      return Promise.resolve({ ok: true, value: { release, partners: [], photos: [] } });
    };
    vi.stubGlobal('window', { archive: { request } });
    const printed = printReleases(['1']);
    await vi.waitFor(() => {
      expect(useQuestion.getState().question).not.toBeNull();
    });
    useQuestion.getState().resolve('keep');
    await printed;
    expect(asked).toEqual(['release:read']);
  });
});
