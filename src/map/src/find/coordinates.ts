import type { Place } from '../api/lookup';

/** Within this a number can be metres north in Norway with Svalbard, and metres east in UTM 32 or 33. */
const north = { from: 6_400_000, to: 9_100_000 };
const east = { from: -100_000, to: 1_200_000 };

/**
 * The coordinate that a person has written: `59.91 10.75`, `59,91 10,75`, `59.91, 10.75`, `N 59,91 Ø 10,75`, `262000 6649000`,
 * `6649000 N 597000 E 32`. Degrees have latitude first, or where N and E say; metres are told apart by their size, UTM zone 33 unless 32 is named.
 * @returns Undefined if it is no coordinate.
 */
export function readCoordinate(written: string): Place | undefined {
  const { text, zone } = takeZone(written.trim().toUpperCase());
  const parts = numbersIn(text);
  if (parts?.length !== 2) return undefined;
  const [first, second] = parts as [Written, Written];
  const swapped = 'EØ'.includes(first.axis || '-') || second.axis === 'N';
  const [y, x] = swapped ? [second.value, first.value] : [first.value, second.value];
  return placeOf(y, x, zone) ?? (swapped || first.axis || second.axis ? undefined : placeOf(x, y, zone));
}

/** A place from its parts; undefined if the numbers cannot be one. */
export function placeOf(latitudeOrNorth: number, longitudeOrEast: number, zone: 32 | 33 | undefined): Place | undefined {
  const [y, x] = [latitudeOrNorth, longitudeOrEast];
  if (within(y, north) && within(x, east)) return { srid: zone === 32 ? 25832 : 25833, x, y };
  return !zone && Math.abs(y) <= 90 && Math.abs(x) <= 180 ? { srid: 4326, x, y } : undefined;
}

interface Written {
  readonly value: number;
  readonly axis: string;
}

/** Takes the name of the UTM zone out of a text: `32`, `32V`, `UTM 33`, `SONE 32` at either end. */
function takeZone(text: string): { text: string; zone: 32 | 33 | undefined } {
  const named = /^(?:UTM|EUREF89|SONE|ZONE|EPSG:258| )*(32|33)[VWX]?[\s,:;]+(?=.*\d{6})|[\s,;]+(?:UTM|SONE|ZONE| )*(32|33)[VWX]?$/.exec(
    text,
  );
  const digits = named?.[1] ?? named?.[2];
  // Only beside metres: `10.75 32` is a coordinate in degrees.
  if (!named || !/\d{6}/.test(text)) return { text, zone: undefined };
  return { text: text.replace(named[0], ' ').trim(), zone: digits === '32' ? 32 : 33 };
}

/** The numbers of a text with the axis that stands before or after each; undefined if there is anything else in it. */
function numbersIn(text: string): Written[] | undefined {
  const number = '[-−]?\\d+(?:[.,]\\d+)?';
  // A comma between two whole numbers parts them, one inside a number is its decimal sign.
  const parted = text.replace(/,(?=\s)/g, ' ').replace(/^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/, '$1 $2');
  const pattern = new RegExp(`^\\s*([NØE]?)\\s*(${number})\\s*°?\\s*([NØE]?)[\\s;/]+([NØE]?)\\s*(${number})\\s*°?\\s*([NØE]?)\\s*$`);
  const found = pattern.exec(parted);
  if (!found) return undefined;
  const read = (digits: string) => Number(digits.replace(',', '.').replace('−', '-'));
  return [
    { value: read(found[2]!), axis: found[1] || found[3] || '' },
    { value: read(found[5]!), axis: found[4] || found[6] || '' },
  ];
}

function within(value: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return value >= from && value <= to;
}
