import { signal } from '@preact/signals';
import type { Frame, Point } from './Frame';

/** Pixels that a pointer may tremble before it moves the map. */
const still = 4;
/** Pixels of the wheel to twice as large. */
const doubling = 450;
/** Pixels to a line of the wheel, in browsers that count lines. */
const line = 40;
/** Milliseconds without the wheel after which the map rests. */
const pause = 300;

/** Moves a map by wheel, drag and pinch. */
export class Hands {
  private readonly held = new Map<number, Point>();
  private begun: Point | undefined;
  private turning: ReturnType<typeof setTimeout> | undefined;
  /** Whether a hand is on the map. */
  readonly busy = signal(false);
  /** Whether the map has been moved since the first pointer came down: then the press that ends it is none. */
  moved = false;

  constructor(readonly frame: Frame) {}

  down(pointer: number, at: Point): void {
    if (this.held.size === 0) [this.begun, this.moved] = [at, false];
    this.held.set(pointer, at);
    this.busy.value = true;
  }

  /** Says whether the map is being moved. */
  move(pointer: number, at: Point): boolean {
    if (!this.held.has(pointer)) return false;
    this.moved ||= this.held.size > 1 || Math.hypot(at.x - this.begun!.x, at.y - this.begun!.y) >= still;
    if (!this.moved) return false;
    const before = this.grip();
    this.held.set(pointer, at);
    const after = this.grip();
    this.frame.pull(before.middle, after.middle, before.spread > 0 ? after.spread / before.spread : 1);
    return true;
  }

  up(pointer: number): void {
    if (!this.held.delete(pointer) || this.held.size > 0) return;
    if (this.moved) this.frame.rest();
    this.letGo();
  }

  wheel({ deltaY, deltaMode, ctrlKey }: WheelEvent, at: Point): void {
    const pixels = deltaY * (deltaMode === WheelEvent.DOM_DELTA_LINE ? line : 1);
    // A pinch on a pad comes as a wheel with Ctrl, in small steps.
    this.frame.pull(at, at, 2 ** (-pixels / (ctrlKey ? doubling / 4 : doubling)));
    clearTimeout(this.turning);
    this.busy.value = true;
    this.turning = setTimeout(() => {
      this.turning = undefined;
      this.frame.rest();
      this.letGo();
    }, pause);
  }

  /** What a press still means is done first. */
  private letGo(): void {
    setTimeout(() => {
      if (this.held.size === 0 && this.turning === undefined) this.busy.value = false;
    });
  }

  /** The middle of the pointers that hold the map, and how far they are apart. */
  private grip(): { readonly middle: Point; readonly spread: number } {
    const [one, other = one] = [...this.held.values()] as [Point, Point?];
    return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, spread: Math.hypot(one.x - other.x, one.y - other.y) };
  }
}
