import { readCoordinate } from '../find/coordinates';
import { toDegrees } from '../map/utm';
import { addCorner, drawing, dropCorner, finishDrawing } from '../state/choosing';
import { go, view } from '../state/view';
import { numbers, texts } from '../text/speech';
import { AddForm } from './AddForm';
import { polygonsOf } from './area';
import { PasteArea } from './PasteArea';

/** An area is drawn on the map, corner by corner, by pointer, finger or keyboard; or written as coordinates; or pasted. */
export function DrawArea() {
  const { compare } = texts.value;
  const { area } = view.value;
  if (drawing.value) return <Drawing />;
  const draw = () => {
    drawing.value = [];
    go({ layout: 'map', area: undefined });
    // On a phone the map may lie below what is seen of the page.
    document.getElementById('main')?.scrollIntoView();
  };
  return (
    <>
      {area && (
        <p>
          {compare.areaIs(
            numbers.value.count(
              polygonsOf(area)
                .flat()
                .reduce((sum, ring) => sum + ring.length - 1, 0),
            ),
            `EPSG:${area.srid}`,
          )}
        </p>
      )}
      <div class="compare-row">
        <button type="button" class="ds-button" data-variant={area ? 'secondary' : 'primary'} onClick={draw}>
          {area ? compare.drawAgain : compare.draw}
        </button>
        {area && (
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => go({ area: undefined })}>
            {compare.dropArea}
          </button>
        )}
      </div>
      <PasteArea />
    </>
  );
}

function Drawing() {
  const { compare } = texts.value;
  const corners = drawing.value ?? [];

  function add(written: string): boolean {
    const place = readCoordinate(written);
    if (!place) return false;
    const [longitude, latitude] = place.srid === 4326 ? [place.x, place.y] : toDegrees(place.x, place.y, place.srid === 25832 ? 32 : 33);
    addCorner(longitude, latitude);
    return true;
  }

  return (
    <>
      <p>{compare.drawHelp}</p>
      <p class="quiet">{compare.drawKeys}</p>
      <AddForm label={compare.coordinate} action={compare.addCorner} refusal={compare.unknownCoordinate} add={add} />
      <p role="status">{compare.corners(numbers.value.count(corners.length), corners.length === 1)}</p>
      <div class="compare-row">
        {corners.length >= 3 && (
          <button type="button" class="ds-button" data-variant="primary" onClick={finishDrawing}>
            {compare.finish}
          </button>
        )}
        {corners.length > 0 && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={dropCorner}>
            {compare.dropCorner}
          </button>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant="tertiary"
          onClick={() => {
            drawing.value = undefined;
          }}
        >
          {compare.cancel}
        </button>
      </div>
    </>
  );
}
