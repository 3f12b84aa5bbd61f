import Papa from 'papaparse';
import { placeOf } from '../coordinates';

/** A file of addresses as it was opened. */
export interface Sheet {
  readonly name: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Which columns hold the coordinate, and what it is. */
export interface Columns {
  /** Place of the column with latitude or metres north; -1: not chosen. */
  readonly north: number;
  readonly east: number;
  readonly system: System;
}

export const systems = ['degrees', 'utm33', 'utm32'] as const;
export type System = (typeof systems)[number];

/** Reads CSV with any of the usual delimiters, as UTF-8 or, as older programs write it, as Windows-1252. */
export function readSheet(name: string, bytes: ArrayBuffer): Sheet {
  const { data, meta } = Papa.parse<string[]>(decode(bytes), { skipEmptyLines: 'greedy', delimitersToGuess: [';', ',', '\t', '|'] });
  const [header = [], ...rows] = data;
  return { name, delimiter: meta.delimiter, header: header.map(cell => cell.trim()), rows };
}

const norths = /^(lat|latitude|breddegrad|bredde|breidd|breiddegrad|nord|north|northing|n|y|utm_?n|koordinat_?n|y_?koord.*)$/i;
const easts = /^(lon|lng|long|longitude|lengdegrad|lengde|øst|ost|aust|east|easting|e|ø|x|utm_?[eø]|koordinat_?[eø]|x_?koord.*)$/i;

/** The columns that are most likely the coordinate, by their names and the first row. */
export function guessColumns({ header, rows }: Sheet): Columns {
  const plain = header.map(name => name.replace(/[\s_-]*(epsg)?[\s_:-]*(25832|25833|4326|wgs84|utm ?3[23])$/i, ''));
  const north = plain.findIndex(name => norths.test(name));
  const east = plain.findIndex(name => easts.test(name));
  const first = readNumber(rows[0]?.[north] ?? '');
  const says32 = /32/.test(`${header[north] ?? ''} ${header[east] ?? ''}`);
  return { north, east, system: Math.abs(first) > 90 ? (says32 ? 'utm32' : 'utm33') : 'degrees' };
}

/** The place of a row; undefined if its cells hold no coordinate of the system. */
export function placeOfRow(row: readonly string[], { north, east, system }: Columns) {
  const place = placeOf(readNumber(row[north] ?? ''), readNumber(row[east] ?? ''), system === 'utm32' ? 32 : undefined);
  return place && (place.srid === 4326) === (system === 'degrees') ? place : undefined;
}

/** What was found for a row, in the columns that are added to it. */
export interface Answer {
  readonly code: string;
  readonly name: string;
  readonly error: string;
}

/** The sheet with what was found, in its own delimiter, as a spreadsheet opens it. */
export function writeSheet({ delimiter, header, rows }: Sheet, zoneSet: string, answers: readonly (Answer | undefined)[]): string {
  const added = answers.map(answer => [zoneSet, answer?.code ?? '', answer?.name ?? '', answer?.error ?? ''].map(asText));
  const lines = rows.map((row, at) => [...header.map((_, cell) => row[cell] ?? ''), ...(added[at] ?? ['', '', '', ''])]);
  return `\ufeff${Papa.unparse([[...header, 'zone_set', 'zone_code', 'zone_name', 'error'], ...lines], { delimiter })}\r\n`;
}

/** No spreadsheet takes a delivered text for a formula. */
function asText(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function readNumber(cell: string): number {
  const plain = cell
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
