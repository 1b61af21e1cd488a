import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './segmented.css';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly isDisabled?: boolean;
}

/** A choice between a few things, all of them in sight. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, value, choices, onChange, isDisabled = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segmented"
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const choice = choices.find((each) => keys.has(each.value));
        if (choice) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className="segmented-part">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
