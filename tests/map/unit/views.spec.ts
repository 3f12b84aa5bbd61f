import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { comparisons, layouts, readView } from '../../../src/map/src/state/address';
import { views } from '../support/views';

const sources = join(import.meta.dirname, '../../../src/map/src');
const addresses = Object.values(views).map(({ address }) => readView(address.slice(address.indexOf('?'))));

test('every dialog, panel and list that opens is among the views that are examined', () => {
  const opening = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    name =>
      name.endsWith('.tsx') &&
      /<(Dialog|Panel)\b|role="(listbox|menu|dialog)"|aria-expanded=/.test(readFileSync(join(sources, name), 'utf8')),
  );
  const examined = new Set(Object.values(views).map(({ of }) => of));
  expect(opening.filter(name => !examined.has(name))).toEqual([]);
});

test('every way to show zones and to compare them is among the views that are examined', () => {
  expect(new Set(addresses.map(({ layout }) => layout))).toEqual(new Set(layouts));
  expect(new Set(addresses.map(({ compare }) => compare))).toEqual(new Set(comparisons));
});
