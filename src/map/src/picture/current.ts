import { type Boundaries, yearsOf } from '../api/boundaries';
import type { Outlines } from '../api/outlines';
import { readOutlines } from '../api/outlines';
import type { Ring } from '../api/rings';
import { readWaterOutlines } from '../api/water';
import { nameOf } from '../choose/subjects';
import { fillOf, outsideFill, shade } from '../legend/shade';
import { extent } from '../map/readings';
import { mapSources } from '../sources/mapSources';
import { catalogue } from '../state/catalogue';
import { subject, zoneSet } from '../state/chosen';
import { first } from '../state/pane';
import { type Shown, shown } from '../state/shown';
import { view } from '../state/view';
import { water } from '../state/water';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { valueText } from '../text/values';
import type { Picture } from './document';
import { boxOf, cameraOf, extentOf, type Size } from './mercator';
import { pathOf, ringsOf } from './paths';

const size: Size = { width: 760, height: 620 };

/** The map that is shown, as a picture with all that explains it. */
export async function currentPicture(signal: AbortSignal): Promise<Picture> {
  const now = shown.peek().value;
  const version = catalogue.peek().value?.version;
  const where = extent.peek();
  if (!now || version === undefined || !where) throw new Error('Nothing is shown yet.');
  const seen = extentOf(view.peek().camera ?? cameraOf(where, size), frameSize());
  const fitted = fit(seen);
  const [outlines, surfaces] = await Promise.all([
    readOutlines(now.column.name.zoneSet, (fitted.east - fitted.west) / size.width, version, signal),
    water.peek().value ? readWaterOutlines(boxOf(fitted), version, signal) : [],
  ]);
  return pictureOf(now, outlines, surfaces, first.boundaries.peek().value, fitted);
}

function pictureOf(
  { column, classes, within }: Shown,
  outlines: Outlines,
  surfaces: readonly Ring[],
  drawn: Boundaries | undefined,
  seen: ReturnType<typeof fit>,
): Picture {
  const waters = pathOf(surfaces, seen, size);
  const shading = shade(column, classes, within?.inside);
  const set = zoneSet.peek();
  const withReason = classes.without_number.filter(group => group.zones > 0);
  const { share } = texts.peek();
  const count = (zones: number) => texts.peek().zoneCount(numbers.peek().count(zones), zones === 1);
  return {
    title: `${subject.peek() ? nameOf(subject.peek()!) : ''} ${column.name.period}`,
    subtitle: [localized(set?.name, language.peek()), within?.kommune.name].filter(Boolean).join(', '),
    zones: outlines.rings.flatMap((rings, place) => {
      const path = pathOf(rings, seen, size);
      const paint = shading[place]!;
      const fill = fillOf(paint, classes, pattern => pattern);
      return path === '' ? [] : [{ path, fill, name: `${column.names[place]}: ${valueText(column, place)}` }];
    }),
    water: waters,
    boundaries: (drawn?.features ?? []).map(({ geometry }) => pathOf(ringsOf(geometry), seen, size)).filter(path => path !== ''),
    legend: [
      ...classes.classes.map(({ colour, text, zones }) => ({ fill: colour, text, count: count(zones) })),
      ...withReason.map(({ pattern, statuses, zones }) => ({
        fill: pattern,
        text: statuses
          .filter(status => status.zones > 0)
          .map(({ text }) => text)
          .join('; '),
        count: count(zones),
      })),
      ...(within ? [{ fill: outsideFill, text: texts.peek().outsideOf(within.kommune.name), count: '' }] : []),
      ...(waters === '' ? [] : [{ fill: 'water', text: texts.peek().water, count: '' }]),
    ],
    remarks: [
      `${classes.unit_text}, ${classes.method_text}`,
      texts.peek().darkMeans[classes.reading],
      ...(drawn?.features.length
        ? [`${share.outlined}: ${drawn.features.map(each => `${each.properties.name} ${yearsOf(each)}`).join(', ')}`]
        : []),
      ...(classes.caveat ? [classes.caveat] : []),
    ],
    foot: [
      mapSources(),
      texts.peek().notOfficial,
      `${texts.peek().dataset(String(catalogue.peek().value?.version ?? ''))} · ${location.host}`,
    ],
    patterns: withReason.map(({ pattern }) => pattern),
    look: classes.pattern_look,
    map: size,
  };
}

/** The size of the map on the page, or of the picture where the page shows a table. */
function frameSize(): Size {
  const frame = view.peek().camera && document.querySelector('.map-frame');
  return frame ? { width: frame.clientWidth, height: frame.clientHeight } : size;
}

/** Widens an extent to the shape of the picture. */
function fit({ west, south, east, north }: ReturnType<typeof extentOf>): ReturnType<typeof extentOf> {
  const metres = Math.max((east - west) / size.width, (north - south) / size.height);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const [across, up] = [(metres * size.width) / 2, (metres * size.height) / 2];
  return { west: x - across, south: y - up, east: x + across, north: y + up };
}
