import type { ObservationStatus } from '../../generated/bolyst/v1/value_pb';
import type { Classes } from '../api/classes';

/** Every sentence of the page. A language that lacks one does not compile. */
export interface Texts {
  readonly languageName: string;
  readonly appTitle: string;
  readonly skipToMap: string;
  readonly language: string;
  readonly darkTheme: string;
  readonly choices: string;
  readonly kommune: string;
  readonly allKommuner: string;
  readonly zoneSet: string;
  readonly subject: string;
  readonly indexes: string;
  readonly indicators: string;
  readonly year: string;
  readonly layouts: { readonly label: string; readonly map: string; readonly table: string };
  readonly map: string;
  readonly mapHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly legend: string;
  readonly zoneCount: (count: string, singular: boolean) => string;
  readonly darkMeans: Readonly<Record<Classes['reading'], string>>;
  /** What stands in a cell. */
  readonly statuses: Readonly<Record<Lowercase<Exclude<keyof typeof ObservationStatus, 'UNSPECIFIED'>> | 'input_missing', string>>;
  /** An index without a number for any other reason. */
  readonly notComputable: string;
  readonly interval: (confidence: string, lower: string, upper: string) => string;
  readonly omradesatsinger: string;
  readonly omradesatsingPeriod: (name: string, from: string, to: string) => string;
  readonly proxyBoundary: string;
  readonly zonePanel: {
    readonly value: string;
    readonly rank: string;
    readonly rankOf: (rank: string, count: string) => string;
    readonly status: string;
    readonly code: string;
    readonly source: string;
    readonly period: string;
  };
  readonly table: {
    readonly caption: (subject: string, zoneSet: string, period: string) => string;
    readonly zone: string;
    readonly code: string;
    readonly value: string;
    readonly interval: string;
    readonly note: string;
    readonly sortBy: (column: string) => string;
  };
  readonly find: {
    readonly label: string;
    readonly help: string;
    readonly count: (count: string, singular: boolean) => string;
    readonly nothing: string;
    readonly coordinate: string;
    /** The letter of east. */
    readonly east: string;
    readonly liesIn: (zone: string) => string;
    readonly liesNowhere: (zoneSet: string) => string;
  };
  readonly loading: string;
  readonly loaded: (subject: string, period: string) => string;
  readonly empty: { readonly title: string; readonly text: string; readonly demo: string; readonly delivery: string };
  readonly noNumbers: string;
  readonly faults: {
    readonly away: string;
    readonly awayText: string;
    readonly notFound: string;
    readonly refused: string;
    readonly broken: string;
    readonly details: string;
    readonly retry: string;
  };
  readonly close: string;
  readonly notOfficial: string;
  readonly dataset: (version: string) => string;
  readonly forGis: string;
}
