import { expect, it } from 'vitest';
import { acceptedPartner } from '../../../../src/renderer/src/features/filing/form';
import {
  partnerNamed,
  partnerOf,
} from '../../../../src/renderer/src/features/filing/partner-names';
import type { Partner } from '../../../../src/shared/partner';

function partner(id: string, name: string, ...aliases: readonly string[]): Partner {
  return {
    id,
    name,
    aliases: aliases.map((alias) => ({ name: alias, language: '' })),
    kind: 'other',
    country: '',
    note: '',
  } as unknown as Partner;
}

const partners = [
  partner('1', 'Norhavn Works', 'NW Group'),
  partner('2', 'ＺＥＰＨＹＲＩＯＮ TURBINES'),
];

it('finds a partner however its name is spelt', () => {
  expect(partnerNamed(partners, 'Zephyrion Turbines')?.id).toBe('2');
  expect(partnerNamed(partners, ' nw group ')?.id).toBe('1');
  expect(partnerNamed(partners, 'Zephyrion')).toBeUndefined();
});

it('knows what a choice stands for by its id first', () => {
  expect(partnerOf(partners, acceptedPartner('1', 'Zephyrion Turbines'))?.name).toBe(
    'Norhavn Works',
  );
  expect(partnerOf(partners, acceptedPartner(null, 'Zephyrion Turbines'))?.id).toBe('2');
});
