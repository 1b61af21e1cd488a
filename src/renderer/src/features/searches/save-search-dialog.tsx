import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-aria-components';
import type { SavedSearch } from '../../../../shared/search';
import { useRequest } from '../../requests';
import { closeDialog } from '../../state/dialogs';
import { renameSearch, saveSearch } from '../../state/saved-searches';
import { seenSearch } from '../../state/seen-search';
import { useWorkspace } from '../../state/workspace';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { useQueryLabel } from '../search/use-query-label';

const longestName = 100;

/** Gives the search that is shown a name, or a saved one another. */
export function SaveSearchDialog({ search }: { readonly search: SavedSearch | null }) {
  const { t } = useTranslation();
  const { data: partners = [] } = useRequest('partner:list', null);
  const workspace = useWorkspace();
  const seen = seenSearch(workspace, partners);
  const { data: saved = [] } = useRequest('search:saved', null);
  const label = useQueryLabel(seen.text);
  const proposed = seen.place === undefined ? [label] : [t(`sidebar.places.${seen.place}`), label];
  const [typed, setTyped] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const name =
    typed ??
    search?.name ??
    proposed
      .filter((part) => part !== '')
      .join(' · ')
      .slice(0, longestName);
  const trimmed = name.trim();
  const isTaken = saved.some(
    (other) =>
      other.id !== search?.id &&
      other.name.localeCompare(trimmed, undefined, { sensitivity: 'accent' }) === 0,
  );

  const save = async (): Promise<void> => {
    if (trimmed === '' || isBusy) return;
    setBusy(true);
    const isDone = search
      ? await renameSearch(search.id, trimmed)
      : await saveSearch(trimmed, seen);
    setBusy(false);
    if (isDone) closeDialog();
  };

  return (
    <Dialog
      title={t(search ? 'searches.rename' : 'searches.save')}
      size="small"
      onClose={closeDialog}
      footer={
        <>
          <Button variant="quiet" onPress={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={trimmed === '' || isBusy}
            onPress={() => void save()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('searches.name')}
          value={name}
          onChange={(value) => {
            setTyped(value.slice(0, longestName));
          }}
          autoFocus
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
          help={isTaken ? t('searches.taken') : t('searches.help')}
        />
      </Form>
    </Dialog>
  );
}
