import { useId } from 'preact/hooks';
import { water as delivered } from '../state/water';
import { texts } from '../text/speech';
import { TilePattern } from './TilePattern';
import { water } from './water';

/** What water looks like and whose it is; nothing where none was delivered. */
export function WaterLine() {
  const id = useId();
  const { value } = delivered.value;
  if (!value) return null;
  return (
    <p class="legend-water">
      <svg class="swatch" viewBox="0 0 28 20" aria-hidden="true">
        <defs>
          <TilePattern id={id} tile={water} />
        </defs>
        <rect width="28" height="20" fill={`url(#${id})`} />
      </svg>
      <span>{texts.value.water}</span>
      <span class="quiet">{value.attribution}</span>
    </p>
  );
}
