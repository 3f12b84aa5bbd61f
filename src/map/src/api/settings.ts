import { readJson } from './web';

/** What whoever runs the service has decided about the page. */
export interface Settings {
  /** Pages that may show this one in a frame, as in CSP. */
  readonly frame_ancestors: readonly string[];
  /** A map to lay under the zones, from another origin; null: none. */
  readonly base_map: BaseMap | null;
}

export interface BaseMap {
  /** Of its tiles in Web Mercator, with `{z}`, `{x}` and `{y}`. */
  readonly address: string;
  readonly attribution: string;
}

export function readSettings(signal: AbortSignal): Promise<Settings> {
  return readJson('settings.json', signal);
}
