import type { Partner } from '../../../../shared/partner';
import type { PartnerChoice } from './form';

/** Names that differ in case or width alone are one name, as they are for the archive. */
function folded(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

/** The partner that goes by the name, as its own or as an alias. */
export function partnerNamed<P extends Partner>(
  partners: readonly P[],
  name: string,
): P | undefined {
  const wanted = folded(name);
  const hasName = (each: string): boolean => folded(each) === wanted;
  return (
    partners.find((partner) => hasName(partner.name)) ??
    partners.find((partner) => partner.aliases.some((alias) => hasName(alias.name)))
  );
}

/** The partner of the authority file that a choice stands for, also if it was added meanwhile. */
export function partnerOf<P extends Partner>(
  partners: readonly P[],
  { partnerId, name }: PartnerChoice,
): P | undefined {
  return partnerId === null
    ? partnerNamed(partners, name)
    : partners.find((partner) => partner.id === partnerId);
}
