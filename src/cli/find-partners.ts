import type { Archive } from '../archive/archive';
import { ArchiveError } from '../archive/errors';
import type { Partner } from '../shared/partner';

/** The partners with these names or aliases. Throws `partner-not-found`. */
export function findPartners(archive: Archive, names: readonly string[]): readonly Partner[] {
  return names.map((name) => {
    const partner = archive.partners.byName(name.trim());
    if (partner !== null) return partner;
    throw new ArchiveError(
      'partner-not-found',
      `No partner is called "${name}"; \`press-archive partners\` lists them.`,
      { name },
    );
  });
}
