import type { Subject } from '../api/column';
import type { Language } from '../text/languages';
import { languageOf } from '../text/languages';

/** Where the map looks. */
export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

/** How zones are shown: on a map, in a table, on two maps beside or over each other, or on a small map for each year. */
export type Layout = (typeof layouts)[number];

export const layouts = ['map', 'table', 'beside', 'swipe', 'years'] as const;

export const comparisons = ['', 'zones', 'area', 'programme'] as const;

/** A point on the ground, in degrees. */
export interface Spot {
  readonly longitude: number;
  readonly latitude: number;
}

/** An area that was drawn or pasted. */
export interface Area {
  /** A polygon or multipolygon as well-known text. */
  readonly wkt: string;
  /** EPSG code of its coordinates; 4326 has longitude first. */
  readonly srid: 4326 | 25833 | 25832 | 3857;
}

/**
 * All that a person has chosen. Every bit of it stands in the address, so that a view can be shared, bookmarked and gone back to. What is
 * not chosen is empty, and `chosen.ts` finds a sensible default for it.
 */
export interface View {
  /** Code of the kommune; empty: all. */
  readonly kommune: string;
  /** Key of the zone set; empty: not chosen. */
  readonly zoneSet: string;
  readonly subject: Subject | undefined;
  /** The period, such as `2020`; empty: the newest. */
  readonly period: string;
  /** Code of the zone whose panel is open; empty: none. */
  readonly zone: string;
  readonly layout: Layout;
  /** What the second of two maps shows, where that is not what the first shows. */
  readonly secondSubject: Subject | undefined;
  /** The period of the second map; empty: the oldest. */
  readonly secondPeriod: string;
  /** How much of the first of two maps is seen, in percent of the width, when one lies over the other. */
  readonly swipe: number;
  /** Whether each year has classes of its own, or all have those of the newest. */
  readonly scale: 'year' | 'all';
  /** Whether classes are made of the zones of the chosen kommune, or of all zones of the division. */
  readonly classesFrom: 'kommune' | 'division';
  /** With a map from elsewhere under the zones. */
  readonly base: boolean;
  /** Shown in a frame of another page: without what one chooses by. */
  readonly embed: boolean;
  /** What is compared: zones that are picked, an area, or an områdesatsing; empty: nothing. */
  readonly compare: (typeof comparisons)[number];
  /** Codes of the zones that are picked; the others are compared with the first. */
  readonly picked: readonly string[];
  readonly area: Area | undefined;
  /** Key of the områdesatsing; empty: none. */
  readonly programme: string;
  readonly camera: Camera | undefined;
  /** A coordinate that was looked for, marked on the map. */
  readonly spot: Spot | undefined;
  /** The dataset version that everything is read as of, from 1; undefined: the newest. Another version is another page: answers are kept by what was asked. */
  readonly dataset: bigint | undefined;
  readonly language: Language | undefined;
  /** Undefined: as the system says. */
  readonly theme: 'light' | 'dark' | undefined;
}

interface Field<T> {
  /** Reads the field; anything that cannot be read is as good as absent. */
  readonly read: (parameters: URLSearchParams) => T;
  /** What stands in the address, by parameter; an empty text stands nowhere. */
  readonly write: (value: T) => Readonly<Record<string, string>>;
}

/** One line for each field of the view: a new field is added here and nowhere else. */
const fields: { readonly [K in keyof View]: Field<View[K]> } = {
  kommune: text('kommune'),
  zoneSet: text('zones'),
  subject: subjectIn({ own: 'weigh', index: 'index', indicator: 'show' }),
  period: text('year'),
  zone: text('zone'),
  layout: oneOf('view', layouts, 'map'),
  secondSubject: subjectIn({ own: 'weigh2', index: 'index2', indicator: 'show2' }),
  secondPeriod: text('year2'),
  swipe: {
    read: p => (/^\d{1,2}$|^100$/.test(p.get('swipe') ?? '') ? Number(p.get('swipe')) : 50),
    write: swipe => ({ swipe: swipe === 50 ? '' : String(swipe) }),
  },
  scale: oneOf('scale', ['year', 'all'], 'year'),
  classesFrom: oneOf('classes', ['kommune', 'division'], 'kommune'),
  base: flag('base'),
  embed: flag('embed'),
  compare: oneOf('compare', comparisons, ''),
  picked: {
    read: p => [...new Set((p.get('picked') ?? '').split(',').filter(code => code !== ''))],
    write: codes => ({ picked: codes.join(',') }),
  },
  area: {
    read: p => sridAnd(p.get('area') ?? ''),
    write: area => ({ area: area ? `${area.srid};${area.wkt}` : '' }),
  },
  programme: text('programme'),
  camera: {
    read: p => cameraOf(p.get('at') ?? ''),
    write: camera => ({ at: camera ? `${camera.longitude},${camera.latitude},${camera.zoom}` : '' }),
  },
  spot: {
    read: p => spotOf(p.get('spot') ?? ''),
    write: spot => ({ spot: spot ? `${spot.longitude},${spot.latitude}` : '' }),
  },
  dataset: {
    read: p => (/^[1-9]\d{0,17}$/.test(p.get('dataset') ?? '') ? BigInt(p.get('dataset')!) : undefined),
    write: dataset => ({ dataset: dataset === undefined ? '' : String(dataset) }),
  },
  language: { read: p => languageOf(p.get('lang') ?? ''), write: language => ({ lang: language ?? '' }) },
  theme: oneOf('theme', [undefined, 'light', 'dark'], undefined),
};

const names = Object.keys(fields) as (keyof View)[];

/** The view that an address holds. */
export function readView(search: string): View {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(names.map(name => [name, fields[name].read(parameters)])) as unknown as View;
}

/** The query of a view, with its `?`; empty for a view without choices. */
export function writeView(view: View): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const field = fields[name] as Field<unknown>;
    for (const [parameter, value] of Object.entries(field.write(view[name]))) {
      if (value !== '') parameters.set(parameter, value);
    }
  }
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

function text(parameter: string): Field<string> {
  return { read: p => p.get(parameter) ?? '', write: value => ({ [parameter]: value }) };
}

/** A subject by a parameter for each kind; the first that stands there counts. */
function subjectIn(parameters: Readonly<Record<Subject['kind'], string>>): Field<Subject | undefined> {
  const kinds = Object.keys(parameters) as Subject['kind'][];
  return {
    read: p => {
      const kind = kinds.find(each => p.get(parameters[each]));
      return kind && { kind, key: p.get(parameters[kind])! };
    },
    write: subject => (subject ? { [parameters[subject.kind]]: subject.key } : {}),
  };
}

function flag(parameter: string): Field<boolean> {
  return { read: p => p.get(parameter) === '1', write: value => ({ [parameter]: value ? '1' : '' }) };
}

function oneOf<T extends string | undefined>(parameter: string, values: readonly T[], otherwise: T): Field<T> {
  return {
    read: p => values.find(value => value === p.get(parameter)) ?? otherwise,
    write: value => ({ [parameter]: value === otherwise ? '' : (value ?? '') }),
  };
}

function cameraOf(written: string): Camera | undefined {
  const [longitude, latitude, zoom] = numbersOf(written, 3);
  return onGround(longitude, latitude) && zoom! >= 0 && zoom! <= 24
    ? { longitude: longitude!, latitude: latitude!, zoom: zoom! }
    : undefined;
}

/** An area as `25833;POLYGON((…))`. */
function sridAnd(written: string): Area | undefined {
  const [, srid, wkt] = /^(4326|25833|25832|3857);((?:MULTI)?POLYGON.+)$/s.exec(written) ?? [];
  return srid && wkt ? { srid: Number(srid) as Area['srid'], wkt } : undefined;
}

function spotOf(written: string): Spot | undefined {
  const [longitude, latitude] = numbersOf(written, 2);
  return onGround(longitude, latitude) ? { longitude: longitude!, latitude: latitude! } : undefined;
}

/** So many numbers with commas between; none if there are more or fewer. */
function numbersOf(written: string, count: number): number[] {
  const parts = written.split(',');
  return parts.length === count ? parts.map(part => (part === '' ? Number.NaN : Number(part))) : [];
}

function onGround(longitude = Number.NaN, latitude = Number.NaN): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
