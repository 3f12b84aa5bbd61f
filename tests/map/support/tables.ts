import type { Page } from '@playwright/test';

/** The cells of a table's rows, what stands below each other in a cell by line; heads over several columns are left out. */
export function cells(page: Page, table: string): Promise<string[][]> {
  return page.locator(`${table} tbody tr:not(.side-head)`).evaluateAll(rows =>
    rows.map(row =>
      [...(row as HTMLTableRowElement).cells].map(cell =>
        [...cell.childNodes]
          .map(node => (node.textContent ?? '').trim())
          .filter(text => text !== '')
          .join('\n'),
      ),
    ),
  );
}
