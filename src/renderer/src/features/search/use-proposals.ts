import { useEffect, useMemo, useState } from 'react';
import { completionAt, type Completion } from '../../../../shared/query';
import { ask, useRequest } from '../../requests';
import {
  isValueField,
  mostProposals,
  proposalsFor,
  type KnownValues,
  type Proposal,
} from './proposals';

interface Proposals {
  readonly completion: Completion | null;
  readonly proposals: readonly Proposal[];
}

/** The archive's values for what is being completed; the old ones stay until the new ones come. */
function useKnownValues(completion: Completion | null): KnownValues | null {
  const [known, setKnown] = useState<KnownValues | null>(null);
  const field = completion?.kind === 'value' ? completion.field : null;
  const prefix = completion?.kind === 'value' ? completion.prefix : '';
  useEffect(() => {
    if (field === null || !isValueField(field)) return undefined;
    let isCurrent = true;
    ask('search:values', { field, prefix: prefix.slice(0, 500), limit: mostProposals })
      .then(({ values }) => {
        if (isCurrent) setKnown({ field, values });
      })
      // Without proposals one types on.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [field, prefix]);
  return known?.field === field ? known : null;
}

/** The years of the archive, which its description counts already. */
function useYears(completion: Completion | null): KnownValues | null {
  const { data: info } = useRequest('archive:info', null);
  if (completion?.kind !== 'value' || completion.field !== 'year' || !info) return null;
  const values = info.counts.years
    .map(({ year, releases }) => ({ value: String(year), count: releases }))
    .filter(({ value }) => value.startsWith(completion.prefix));
  return { field: 'year', values };
}

export function useProposals(text: string, caret: number | null): Proposals {
  const completion = useMemo(
    () => (caret === null ? null : completionAt(text, caret)),
    [text, caret],
  );
  const known = useKnownValues(completion);
  const years = useYears(completion);
  return { completion, proposals: proposalsFor(completion, years ?? known) };
}
