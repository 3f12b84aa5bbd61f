import { go } from '../state/view';
import { texts } from '../text/speech';

/** Buttons over the map. */
export function MapTools({ zoomBy }: { readonly zoomBy: (steps: number) => void }) {
  const { zoomIn, zoomOut, showAll } = texts.value;
  return (
    <div class="map-tools">
      <Tool text={zoomIn} sign="+" act={() => zoomBy(1)} />
      <Tool text={zoomOut} sign="−" act={() => zoomBy(-1)} />
      <Tool text={showAll} sign="⤢" act={() => go({ camera: undefined })} />
    </div>
  );
}

function Tool({ text, sign, act }: { readonly text: string; readonly sign: string; readonly act: () => void }) {
  return (
    <button type="button" class="ds-button" data-variant="secondary" aria-label={text} title={text} onClick={act}>
      {sign}
    </button>
  );
}
