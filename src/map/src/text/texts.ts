import type { ObservationStatus } from '../../generated/bolyst/v1/value_pb';
import type { Classes } from '../api/classes';
import type { System } from '../find/addresses/sheet';
import type { Format } from '../share/addresses';
import type { Join, Scale } from '../weigh/weighing';

/** Every sentence of the page. A language that lacks one does not compile. */
export interface Texts {
  readonly appTitle: string;
  readonly skipToMap: string;
  readonly menu: string;
  readonly language: string;
  readonly darkTheme: string;
  readonly choices: string;
  readonly kommune: string;
  readonly allKommuner: string;
  readonly withoutNumbers: string;
  readonly zoneSet: string;
  readonly subject: string;
  readonly indexes: string;
  readonly indicators: string;
  readonly year: string;
  readonly layouts: Readonly<
    Record<'label' | 'map' | 'table' | 'beside' | 'swipeName' | 'years' | 'firstMap' | 'secondMap' | 'swipe' | 'showYear', string>
  >;
  readonly player: Readonly<Record<'before' | 'after' | 'start' | 'stop', string>>;
  readonly sameClasses: string;
  readonly classesOf: (period: string) => string;
  readonly bordersChanged: (before: string, after: string) => string;
  /** Levels of zone sets, as the name of a division. */
  readonly levels: Readonly<Record<'grunnkrets' | 'delomrade' | 'levekarssone' | 'bydel' | 'kommune' | 'fylke', string>>;
  readonly outsideOf: (kommune: string) => string;
  /** Which zones are counted, and which make the classes. */
  readonly classesOfKommune: (kommune: string) => string;
  readonly classesOfDivision: (kommune: string, division: string) => string;
  readonly wholeDivision: string;
  readonly map: string;
  readonly mapHelp: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly legend: string;
  readonly zoneCount: (count: string, singular: boolean) => string;
  readonly darkMeans: Readonly<Record<Classes['reading'], string>>;
  /** What stands in a cell. */
  readonly statuses: Readonly<
    Record<Lowercase<Exclude<keyof typeof ObservationStatus, 'UNSPECIFIED'>> | 'input_missing' | 'no_reference', string>
  >;
  /** An index without a number for any other reason. */
  readonly notComputable: string;
  /** A class from a limit, or below one, or between two. */
  readonly classBounds: (from: string | undefined, below: string | undefined) => string;
  readonly interval: (confidence: string, lower: string, upper: string) => string;
  /** Sea, lakes and rivers. */
  readonly water: string;
  readonly omradesatsinger: string;
  readonly proxyBoundary: string;
  readonly zonePanel: {
    readonly rank: string;
    readonly rankOf: (rank: string, count: string, place?: string) => string;
    readonly status: string;
    readonly code: string;
    readonly period: string;
  };
  readonly charts: { readonly asTable: string };
  readonly fromTo: (from: string, to: string) => string;
  /** What the difference between two percentages is measured in, in short. */
  readonly points: string;
  /** What the panel of a zone tells beyond its number. */
  readonly story: {
    readonly within: (names: string) => string;
    readonly certainRank: (confidence: string, lower: string, upper: string) => string;
    readonly unsureRank: string;
    readonly behind: string;
    readonly counts: (numerator: string, denominator: string) => string;
    /** Of all zones of a division, or of those in a place. */
    readonly spread: (subject: string, zones: string, place: string | undefined) => string;
    readonly spreadNames: readonly [lowest: string, quarter: string, half: string, threeQuarters: string, highest: string];
    readonly ratio: (ratio: string, reference: string) => string;
    readonly allZones: string;
    readonly parts: string;
    readonly partHelp: string;
    readonly part: string;
    readonly pullsUp: string;
    readonly pullsDown: string;
    readonly indicator: string;
    readonly here: string;
    readonly limit: string;
    readonly outcome: string;
    readonly difference: string;
    readonly gathering: (met: string, known: string, zones: string, place: string | undefined) => string;
    /** Where no indicator can be counted. */
    readonly gatheringUnknown: (zones: string, place: string | undefined) => string;
    readonly gatheringHelp: string;
    readonly outcomes: { readonly met: string; readonly not_met: string; readonly unknown: string };
    readonly trend: (subject: string, confidence: string, zone: string) => string;
    readonly indexTrend: (subject: string) => string;
    readonly criteriaTrend: (subject: string) => string;
    readonly overTime: string;
    readonly breaks: { readonly marked: string; readonly border_change: string; readonly not_summable: string };
    readonly beside: (place: string) => string;
    readonly besideHelp: (confidence: string) => string;
    readonly noStrengths: (place: string) => string;
    readonly sides: (place: string) => Readonly<Record<'better' | 'alike' | 'harder' | 'unsure' | 'context' | 'missing', string>>;
    readonly missing: string;
    readonly nothingMissing: string;
    readonly missingWhy: { readonly suppressed: string; readonly not_delivered: string; readonly below_population_limit: string };
    readonly rule: (rule: string) => string;
    readonly sources: string;
    readonly supplier: string;
    readonly licence: string;
    readonly received: string;
    readonly delivery: string;
    readonly tableOf: string;
    readonly show: (subject: string) => string;
  };
  /** A person's own weighing. */
  readonly weigh: {
    readonly name: string;
    readonly open: string;
    readonly notOfficial: string;
    readonly help: string;
    readonly startFrom: string;
    readonly ownWeights: string;
    readonly allAlike: string;
    readonly lacks: (definition: string, indicators: string) => string;
    readonly weights: string;
    /** What a slider says: its place, and the part of all weights. */
    readonly weight: (weight: string, share: string) => string;
    readonly noWeight: string;
    readonly lowIsHard: string;
    readonly nothingWeighs: string;
    readonly notOffered: string;
    readonly scale: string;
    readonly scales: Readonly<Record<Scale, { readonly name: string; readonly help: string }>>;
    readonly join: string;
    readonly joins: Readonly<Record<Join, { readonly name: string; readonly help: string }>>;
    readonly reset: string;
    readonly trend: string;
    readonly score: string;
    readonly byDeciles: string;
    readonly decileClass: (deciles: string, lowest: string, highest: string) => string;
    readonly decile: (decile: string) => string;
    readonly decileHead: string;
    readonly holds: (decile: string, ranks: string) => string;
    readonly depends: (deciles: string, ranks: string) => string;
    readonly choices: string;
    readonly working: string;
    readonly dependCount: (depending: string, zones: string) => string;
    readonly dependMark: string;
    readonly drawn: (times: string, noise: string, scales: string, joins: string, confidence: string) => string;
    readonly howMade: string;
    readonly madeOf: (zones: string, period: string) => string;
    readonly older: (indicator: string, period: string) => string;
    readonly missingRule: string;
    readonly parts: string;
  };
  /** Zones, an area or an områdesatsing compared. */
  readonly compare: {
    readonly title: string;
    readonly withOthers: string;
    readonly what: string;
    readonly kinds: Readonly<Record<'zones' | 'area' | 'programme', string>>;
    readonly pickHelp: string;
    readonly zoneName: string;
    readonly add: string;
    readonly unknownZone: string;
    readonly pickedZones: string;
    readonly drop: (name: string) => string;
    readonly pickOneMore: string;
    readonly draw: string;
    readonly drawAgain: string;
    readonly dropArea: string;
    readonly areaIs: (corners: string, system: string) => string;
    readonly drawHelp: string;
    readonly drawKeys: string;
    readonly coordinate: string;
    readonly addCorner: string;
    readonly unknownCoordinate: string;
    readonly corners: (count: string, singular: boolean) => string;
    readonly finish: string;
    readonly dropCorner: string;
    readonly cancel: string;
    readonly paste: string;
    readonly pasteLabel: string;
    readonly system: string;
    readonly systems: Readonly<Record<4326 | 25833 | 25832 | 3857, string>>;
    readonly use: string;
    readonly unreadable: string;
    readonly tooLong: (characters: string) => string;
    readonly programme: string;
    readonly choose: string;
    readonly noProgramme: string;
    readonly proxy: string;
    readonly nothingTouched: string;
    readonly sideBySide: string;
    readonly touchedZones: string;
    readonly ofZone: string;
    readonly ofArea: string;
    readonly differenceTo: (zone: string) => string;
    readonly dots: (subject: string, period: string, confidence: string) => string;
    readonly allIndicators: string;
    readonly more: (count: string) => string;
    readonly firstLines: (count: string) => string;
    readonly inside: string;
    readonly restOf: (place: string) => string;
    readonly restOfAll: string;
    readonly beside: (rest: string) => string;
    readonly insideAre: string;
    readonly insideBecause: (share: string) => string;
    readonly noneInside: (share: string) => string;
    readonly onlyTouched: (zones: string) => string;
    readonly insideTrend: (subject: string, confidence: string) => string;
    readonly caveats: string;
    readonly boundaryFrom: (source: string, hectares: string) => string;
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
  readonly addresses: {
    readonly open: string;
    readonly title: string;
    readonly intro: (zoneSet: string) => string;
    readonly privacy: string;
    readonly file: string;
    readonly noRows: string;
    readonly columns: string;
    readonly chooseColumn: string;
    readonly north: string;
    readonly east: string;
    readonly system: string;
    readonly systems: Readonly<Record<System, string>>;
    readonly start: (rows: string) => string;
    readonly stop: string;
    readonly goOn: string;
    readonly progress: (done: string, all: string) => string;
    readonly keptSoFar: string;
    readonly found: (rows: string) => string;
    readonly faults: (rows: string) => string;
    readonly save: string;
    readonly result: string;
    readonly row: string;
    readonly firstRows: (rows: string) => string;
    readonly unreadable: string;
    readonly outside: string;
    readonly notAsked: string;
  };
  readonly share: {
    readonly title: string;
    readonly link: string;
    readonly linkHelp: string;
    readonly pinned: (version: string) => string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly embed: string;
    readonly embedHelp: string;
    readonly framedByAll: string;
    readonly framedBy: (pages: string) => string;
    readonly ownPages: string;
    readonly nobody: string;
    readonly print: string;
    readonly paper: string;
    readonly picture: string;
    readonly pictureHelp: string;
    readonly noPicture: string;
    readonly files: string;
    readonly filesHelp: string;
    readonly formats: Readonly<Record<Format, string>>;
    readonly sources: string;
    readonly outlined: string;
    readonly openWhole: string;
    readonly saveChart: (kind: string, caption: string) => string;
  };
  readonly baseMap: { readonly show: string; readonly away: string };
  /** The map is drawn by simpler means. */
  readonly noWebGl: string;
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
    /** Of something that waits for the service. */
    readonly later: (what: string) => string;
    readonly partAway: string;
    readonly retry: string;
  };
  readonly close: string;
  readonly notOfficial: string;
  readonly dataset: (version: string) => string;
  readonly newestDataset: string;
  readonly forGis: string;
}
