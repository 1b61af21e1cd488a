import { describe, expect, it } from 'vitest';
import { mergedPartner } from '../../../../src/archive/partners/merge';
import { partnerOf } from '../../../../src/archive/partners/partner-service';
import type { Partner } from '../../../../src/shared/partner';

function partner(id: string, name: string, overrides: Partial<Partner> = {}): Partner {
  return { id, name, aliases: [], kind: 'company', country: '', note: '', ...overrides };
}

describe('merging partners', () => {
  it('keeps every name once, the old preferred one as an alias', () => {
    const kept = partner('1', 'Maravel Turbines', { aliases: [{ name: 'MT', language: 'en' }] });
    const gone = partner('2', 'Maravel', {
      aliases: [
        { name: 'MT', language: 'und' },
        { name: '澜光科技', language: 'zh' },
        { name: 'Maravel Turbines', language: 'und' },
      ],
    });
    expect(mergedPartner(kept, [gone])).toMatchObject({
      id: '1',
      name: 'Maravel Turbines',
      aliases: [
        { name: 'MT', language: 'en' },
        { name: 'Maravel', language: 'und' },
        { name: '澜光科技', language: 'zh' },
      ],
    });
  });

  it('takes the country where there was none, and loses no note', () => {
    const kept = partner('1', 'Maravel Turbines', { note: 'Founded 1987.' });
    const gone = [
      partner('2', 'Maravel', { country: 'NO', note: 'Turbines.' }),
      partner('3', 'Maravel Ltd', { country: 'GB', note: 'Founded 1987.' }),
    ];
    expect(mergedPartner(kept, gone)).toMatchObject({
      country: 'NO',
      note: 'Founded 1987.\n\nTurbines.',
    });
  });

  it('lets what names one of the merged partners mean the one that stayed, merge after merge', () => {
    const second = mergedPartner(partner('2', 'B'), [partner('3', 'C')]);
    const first = mergedPartner(partner('1', 'A'), [second]);
    const partners = new Map([[first.id, first]]);
    expect(['1', '2', '3', '4'].map((id) => partnerOf(partners, id)?.name ?? null)).toEqual([
      'A',
      'A',
      'A',
      null,
    ]);
  });
});
