import { useId } from 'preact/hooks';

interface Properties<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly choose: (value: T) => void;
}

/** A few choices side by side, one of them chosen. */
export function Toggle<T extends string>({ label, value, options, choose }: Properties<T>) {
  const name = useId();
  return (
    <fieldset class="ds-toggle-group" data-toggle-group={label}>
      <legend class="ds-sr-only">{label}</legend>
      {options.map(option => (
        <label key={option.value} class="ds-button" data-variant="tertiary">
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => choose(option.value)} />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
