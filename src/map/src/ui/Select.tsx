import { useId } from 'preact/hooks';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly lang?: string;
  readonly disabled?: boolean;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface Properties {
  readonly label: string;
  /** Keeps the label for screen readers alone. */
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly options: readonly (Option | OptionGroup)[];
  readonly choose: (value: string) => void;
}

/** A list to choose one from: the browser's own, which every aid knows. */
export function Select({ label, hideLabel, value, options, choose }: Properties) {
  const id = useId();
  return (
    <div class="ds-field">
      <label for={id} class={hideLabel ? 'ds-sr-only' : 'ds-label'} data-weight="medium">
        {label}
      </label>
      <select id={id} class="ds-input" value={value} onChange={event => choose(event.currentTarget.value)}>
        {options.map(option =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(inner => single(inner, value))}
            </optgroup>
          ) : (
            single(option, value)
          ),
        )}
      </select>
    </div>
  );
}

function single({ value, text, lang, disabled }: Option, chosen: string) {
  return (
    <option key={value} value={value} lang={lang} disabled={disabled} selected={value === chosen}>
      {text}
    </option>
  );
}
