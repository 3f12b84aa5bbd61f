import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { half } from '../picture/mercator';
import type { Ring } from './rings';
import type { TileName } from './tilePyramid';

/** Field numbers and command numbers of Mapbox Vector Tile 2.1. */
const [layers, features, geometry, extentOf] = [3, 2, 4, 5];
const [moveTo, lineTo] = [1, 2];
const usualExtent = 4096;

/** The rings of all polygons in a vector tile, in metres of Web Mercator. */
export function ringsOfTile(tile: Uint8Array, { z, x, y }: TileName): Ring[] {
  const side = (2 * half) / 2 ** z;
  const [west, north] = [x * side - half, half - y * side];
  return fieldsOf(tile, layers).flatMap(layer => {
    const [extent = usualExtent] = numbersOf(layer, extentOf);
    const metres = side / extent;
    return fieldsOf(layer, features).flatMap(feature =>
      fieldsOf(feature, geometry).flatMap(commands => ringsIn(commands, (right, down) => [west + right * metres, north - down * metres])),
    );
  });
}

/** Follows the commands of a geometry. */
function ringsIn(commands: Uint8Array, place: (right: number, down: number) => readonly [number, number]): Ring[] {
  const reader = new BinaryReader(commands);
  const rings: number[][] = [];
  let [right, down] = [0, 0];
  while (reader.pos < reader.len) {
    const command = reader.uint32();
    const kind = command & 7;
    if (kind === moveTo) rings.push([]);
    if (kind !== moveTo && kind !== lineTo) continue;
    for (let left = command >> 3; left > 0; left--) {
      right += reader.sint32();
      down += reader.sint32();
      rings.at(-1)!.push(...place(right, down));
    }
  }
  return rings.map(ring => Float64Array.from(ring));
}

/** The fields of a message with a number, as bytes. */
function fieldsOf(message: Uint8Array, field: number): Uint8Array[] {
  return valuesOf(message, field, WireType.LengthDelimited, reader => reader.bytes());
}

/** The whole numbers of a message in a field. */
function numbersOf(message: Uint8Array, field: number): number[] {
  return valuesOf(message, field, WireType.Varint, reader => reader.uint32());
}

/** What a message holds in a field of a type; all else is passed over. */
function valuesOf<T>(message: Uint8Array, wanted: number, wantedType: WireType, read: (reader: BinaryReader) => T): T[] {
  const reader = new BinaryReader(message);
  const found: T[] = [];
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === wanted && type === wantedType) found.push(read(reader));
    else reader.skip(type);
  }
  return found;
}
