import { baseMapAway, settings } from '../state/settings';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { lacking } from './awake';

interface Properties {
  readonly zoomBy: (steps: number) => void;
}

/** Buttons over the map. */
export function MapTools({ zoomBy }: Properties) {
  const { zoomIn, zoomOut, showAll } = texts.value;
  return (
    <div class="map-tools">
      <Tool text={zoomIn} sign="+" act={() => zoomBy(1)} />
      <Tool text={zoomOut} sign="−" act={() => zoomBy(-1)} />
      {!lacking.value && settings.value.value?.base_map && (
        <Tool
          text={texts.value.baseMap.show}
          sign="▦"
          pressed={view.value.base}
          act={() => {
            baseMapAway.value = false;
            go({ base: !view.value.base });
          }}
        />
      )}
      <Tool text={showAll} sign="⤢" act={() => go({ camera: undefined })} />
    </div>
  );
}

interface ToolProperties {
  readonly text: string;
  readonly sign: string;
  readonly pressed?: boolean;
  readonly act: () => void;
}

function Tool({ text, sign, pressed, act }: ToolProperties) {
  return (
    <button type="button" class="ds-button" data-variant="secondary" aria-label={text} title={text} aria-pressed={pressed} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
