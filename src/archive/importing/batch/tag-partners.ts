import type { PartnerService } from '../../partners/partner-service';
import type { PartnerProposal } from '../../../shared/parsed-release';
import type { Partner } from '../../../shared/partner';
import type { ProposedPartner, TaggedPartner } from './import-result';

interface PartnerTags {
  readonly tagged: readonly TaggedPartner[];
  readonly proposed: readonly ProposedPartner[];
}

/**
 * Who a release is tagged with: the partners named by the person, those of the archive that the text
 * names, and, where wanted, new ones that the text surely names.
 */
export async function tagPartners(
  partners: PartnerService,
  proposals: readonly PartnerProposal[],
  named: readonly Partner[],
  options: { readonly addPartners: boolean; readonly dryRun: boolean; readonly group: string },
): Promise<PartnerTags> {
  const tagged = new Map<string, TaggedPartner>();
  const tag = ({ id, name }: { id: string | null; name: string }, added: boolean): void => {
    const key = id ?? name;
    if (!tagged.has(key)) tagged.set(key, { id, name, added });
  };
  const proposed: ProposedPartner[] = [];
  for (const partner of named) tag(partner, false);
  for (const proposal of proposals) {
    const { name, partnerId, confidence, inHeadline, mentions } = proposal;
    const known = partners.byName(name);
    if (partnerId !== null) tag({ id: partnerId, name: known?.name ?? name }, false);
    else if (known !== null) tag(known, false);
    else if (!options.addPartners || confidence !== 'high') {
      proposed.push({ name, confidence, inHeadline, mentions: mentions.length });
    } else if (options.dryRun) tag({ id: null, name }, true);
    else tag(await addPartner(partners, name, options.group), true);
  }
  return { tagged: [...tagged.values()], proposed };
}

function addPartner(partners: PartnerService, name: string, group: string): Promise<Partner> {
  const content = { name, aliases: [], kind: 'other', country: '', note: '' } as const;
  return partners.add(content, group);
}
