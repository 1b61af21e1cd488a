import { describe, expect, it } from 'vitest';
import { dueAt } from '../../../../src/archive/keeping/backup-schedule';

const at = (text: string): Date => new Date(text);
const now = at('2024-05-02T09:00:00');

describe('a backup', () => {
  it('is due at once where there is none', () => {
    expect(dueAt(null, 'day', now)).toEqual(now);
  });

  it('is due when the next day begins, whatever the hour of the last', () => {
    expect(dueAt(at('2024-05-01T23:59:00'), 'day', now)).toEqual(at('2024-05-02T00:00:00'));
    expect(dueAt(at('2024-05-02T00:01:00'), 'day', now)).toEqual(at('2024-05-03T00:00:00'));
    expect(dueAt(at('2024-02-29T10:00:00'), 'day', now)).toEqual(at('2024-03-01T00:00:00'));
  });

  it('is due a week after the day of the last', () => {
    expect(dueAt(at('2024-04-26T17:00:00'), 'week', now)).toEqual(at('2024-05-03T00:00:00'));
  });

  it('is never due where nobody wants it', () => {
    expect(dueAt(null, 'never', now)).toBeNull();
  });

  it('is due where the last one seems to come from the future', () => {
    expect(dueAt(at('2099-01-01T00:00:00'), 'day', now)).toEqual(now);
  });
});
