import { computed } from '@preact/signals';
import { dark } from '../state/theme';

/** Colours of the map around the classes, whose own colours come with them and are the same in both themes. */
export interface Palette {
  /** What lies where no zone is. */
  readonly ground: string;
  /** Between zones. */
  readonly border: string;
  readonly kommune: string;
  readonly omradesatsing: string;
  readonly omradesatsingHalo: string;
  /** A coordinate that was looked for. */
  readonly spot: string;
  /** An area that is drawn or pasted. */
  readonly sketch: string;
  readonly selected: string;
  readonly selectedHalo: string;
}

const light: Palette = {
  ground: '#e9eff2',
  border: '#595959',
  kommune: '#3c4650',
  omradesatsing: '#0b3d91',
  omradesatsingHalo: '#ffffff',
  spot: '#0b3d91',
  sketch: '#7a1f6a',
  selected: '#10151b',
  selectedHalo: '#ffffff',
};

const night: Palette = { ...light, ground: '#11161c', kommune: '#d5dde5' };

/** The colours of the page's theme. */
export const palette = computed<Palette>(() => (dark.value ? night : light));
