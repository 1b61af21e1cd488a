import { useTranslation } from 'react-i18next';
import { useInterfaceLanguage } from '../../i18n';
import { count as formatCount } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import type { Proposal } from './proposals';

export const proposalListId = 'search-proposals';

export function proposalId(index: number): string {
  return `${proposalListId}-${index}`;
}

interface ProposalListProps {
  readonly proposals: readonly Proposal[];
  readonly active: number | null;
  readonly onChoose: (proposal: Proposal) => void;
}

/** What can be put into the query; the focus stays in the field. */
export function ProposalList({ proposals, active, onChoose }: ProposalListProps) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const explanation = ({ kind, field, value }: Proposal): string => {
    if (kind === 'field') return t(`search.fields.${field}`);
    if (kind === 'known') return '';
    const name = value.replace(/ /g, '-') as 'this-year';
    return t(`search.values.${name}`, { defaultValue: '' });
  };
  return (
    <ul
      id={proposalListId}
      className="proposals"
      role="listbox"
      aria-label={t('search.proposals')}
      // A press must not take the focus from the field.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {proposals.map((proposal, index) => (
        <li
          key={`${proposal.kind} ${proposal.value}`}
          id={proposalId(index)}
          role="option"
          aria-selected={index === active}
          className={classNames(
            'proposal',
            proposal.kind === 'field' && 'proposal-field',
            index === active && 'proposal-active',
          )}
          onClick={() => {
            onChoose(proposal);
          }}
        >
          <span className="proposal-value">
            {proposal.kind === 'field' ? `${proposal.value}:` : proposal.value}
          </span>
          <span className="proposal-more">
            {proposal.count === null
              ? explanation(proposal)
              : formatCount(proposal.count, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
