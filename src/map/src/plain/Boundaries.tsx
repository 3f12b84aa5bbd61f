import type { Boundary } from '../api/boundaries';
import { palette } from '../legend/palette';
import { pathOf, ringsOf } from '../picture/paths';
import type { Drawing } from './drawing';

/** Boundaries of områdesatsinger, dashed; one that stands in for the agreement's own has shorter dashes. */
export function Boundaries({ of, within }: { readonly of: readonly Boundary[]; readonly within: Drawing }) {
  return (
    <g class="plain-boundaries">
      {of.map(({ geometry, properties }) => {
        const path = pathOf(ringsOf(geometry), within, { width: within.east - within.west, height: within.north - within.south });
        return (
          <g key={properties.key}>
            <path d={path} stroke={palette.value.omradesatsingHalo} stroke-width="6" stroke-opacity="0.85" />
            <path
              d={path}
              stroke={palette.value.omradesatsing}
              stroke-width="2.5"
              stroke-dasharray={properties.boundary === 'proxy' ? '2.5 2.5' : '7.5 3.75'}
            />
          </g>
        );
      })}
    </g>
  );
}
