import type { ComponentChildren } from 'preact';
import './charts.css';

interface Properties {
  readonly caption: string;
  /** Heads of the columns; those after the first hold numbers. */
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

/** A table of numbers that scrolls by itself where it is wider than its place. */
export function DataTable({ caption, heads, children }: Properties) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="data-table" tabIndex={0} aria-label={caption}>
      <table class="ds-table" data-border="true" data-size="sm">
        <caption class="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, position) => (
              <th key={head} scope="col" class={position > 0 ? 'numeric' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
