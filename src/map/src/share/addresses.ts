import type { Subject } from '../api/column';
import { type View, writeView } from '../state/address';

/** The endings of files that hold what is shown. */
export const formats = ['csv', 'xlsx', 'gpkg'] as const;
export type Format = (typeof formats)[number];

/** What a file is asked for. */
export interface Wanted {
  readonly zoneSet: string;
  readonly subject: Subject;
  /** What an own weighing asks of the service, as protobuf's JSON; empty for any other subject. */
  readonly composite: string;
  readonly period: string;
  /** Code of the kommune whose zones alone are wanted; empty: all. */
  readonly kommune: string;
  readonly version: bigint;
  readonly language: string;
}

/** Where a file with what is shown is: the one column of the one period, as of the dataset version of the page. */
export function downloadAddress({ zoneSet, subject, composite, period, kommune, version, language }: Wanted, format: Format): string {
  const { kind, key } = subject;
  const query = new URLSearchParams({
    indicators: kind === 'indicator' ? key : 'none',
    indexes: kind === 'index' ? key : 'none',
    period,
    ...(kommune && { kommune }),
    ...(composite && { composite }),
    as_of: String(version),
    lang: language,
  });
  return `download/${zoneSet}.${format}?${query}`;
}

/** The markup that shows a view of the page that lies `here` in another page. */
export function embedMarkup(here: string, view: View, title: string): string {
  const address = `${here}${writeView({ ...view, zone: '', embed: true })}`;
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="560" loading="lazy"></iframe>`;
}
