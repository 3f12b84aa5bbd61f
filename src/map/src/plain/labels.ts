import type { Point } from './Frame';

/** Words at a place of the frame. */
export interface Label {
  readonly lines: readonly string[];
  readonly at: Point;
  /** Of the letters, in pixels. */
  readonly size: number;
  /** Pixels around it that no other label comes into. */
  readonly padding: number;
}

/** Width of a letter to its size, in the middle. */
const wide = 0.55;
const lineHeight = 1.15;

/** The labels that meet none before them. */
export function withoutMeetings<T extends Label>(labels: readonly T[]): T[] {
  const kept: T[] = [];
  for (const label of labels) if (!kept.some(other => meet(label, other))) kept.push(label);
  return kept;
}

function meet(one: Label, other: Label): boolean {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  const apart = one.padding + other.padding;
  return (
    Math.abs(one.at.x - other.at.x) < (a.width + b.width) / 2 + apart && Math.abs(one.at.y - other.at.y) < (a.height + b.height) / 2 + apart
  );
}

function sizeOf({ lines, size }: Label): { readonly width: number; readonly height: number } {
  return { width: Math.max(...lines.map(line => line.length)) * size * wide, height: lines.length * size * lineHeight };
}
