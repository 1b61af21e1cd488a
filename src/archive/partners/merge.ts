import type { Partner, PartnerAlias } from '../../shared/partner';

/** A partner with the names of those that are merged into it, each once. */
export function mergedPartner(kept: Partner, gone: readonly Partner[]): Partner {
  const names: readonly PartnerAlias[] = [
    ...kept.aliases,
    ...gone.flatMap(({ name, aliases }) => [{ name, language: 'und' }, ...aliases]),
  ];
  const known = new Set([kept.name]);
  const aliases = names.filter(({ name }) => {
    if (known.has(name)) return false;
    known.add(name);
    return true;
  });
  const notes = [kept.note, ...gone.map(({ note }) => note)].filter((note) => note.trim() !== '');
  return {
    ...kept,
    aliases,
    country: kept.country || (gone.find(({ country }) => country !== '')?.country ?? ''),
    note: [...new Set(notes)].join('\n\n'),
    formerIds: [
      ...(kept.formerIds ?? []),
      ...gone.flatMap(({ id, formerIds }) => [id, ...(formerIds ?? [])]),
    ],
  };
}
