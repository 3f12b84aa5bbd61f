import { useEffect, useRef } from 'preact/hooks';
import type { Pattern } from '../api/classes';
import { drawPattern } from './patterns';

type Properties =
  | { readonly colour: string; readonly pattern?: never; readonly ground?: never; readonly ink?: never }
  | { readonly pattern: Pattern; readonly ground: string; readonly ink: string; readonly colour?: never };

const [width, height, density] = [28, 20, 2];

/** A sample of a colour or of a pattern, as the map draws it. */
export function Swatch({ colour, pattern, ground, ink }: Properties) {
  return (
    <span class="swatch" aria-hidden="true">
      {pattern ? (
        <Sample pattern={pattern} ground={ground} ink={ink} />
      ) : (
        <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
          <rect width={width} height={height} fill={colour} />
        </svg>
      )}
    </span>
  );
}

function Sample({ pattern, ground, ink }: { readonly pattern: Pattern; readonly ground: string; readonly ink: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current!.getContext('2d')!;
    pen.fillStyle = patternFill(pen, drawPattern(pattern, ground, ink, density));
    pen.fillRect(0, 0, width * density, height * density);
  }, [pattern, ground, ink]);
  return <canvas ref={canvas} width={width * density} height={height * density} />;
}

function patternFill(pen: CanvasRenderingContext2D, image: ImageData): CanvasPattern {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [image.width, image.height];
  tile.getContext('2d')!.putImageData(image, 0, 0);
  return pen.createPattern(tile, 'repeat')!;
}
