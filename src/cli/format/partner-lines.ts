import type { PartnerSummary } from '../../shared/partner';
import { displayWidth, padColumns } from './display-width';

/** A longer name pushes its own line out instead of all others. */
const widestName = 40;

/** One partner a line: name, releases, newest mention, other names. */
export function partnerLines(partners: readonly PartnerSummary[]): readonly string[] {
  const names = Math.min(
    widestName,
    Math.max(0, ...partners.map((partner) => displayWidth(partner.name))),
  );
  const counts = Math.max(0, ...partners.map((partner) => String(partner.releaseCount).length));
  return partners.map((partner) =>
    [
      padColumns(partner.name, names),
      String(partner.releaseCount).padStart(counts),
      partner.lastMention ?? '-'.padEnd(10),
      partner.aliases.map((alias) => alias.name).join(', '),
    ]
      .join('  ')
      .trimEnd(),
  );
}
