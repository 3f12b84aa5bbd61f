import type { ZoneMap } from './zoneMap';

/** Lets maps look at the same place: where one is moved, the others go. */
export class CameraLink {
  private readonly maps = new Set<ZoneMap>();

  /** Takes a map in; it goes where the others look. */
  join(map: ZoneMap): void {
    const [other] = this.maps;
    if (other) map.follow(other.camera());
    this.maps.add(map);
    map.onMove(camera => {
      for (const one of this.maps) if (one !== map) one.follow(camera);
    });
  }

  leave(map: ZoneMap): void {
    this.maps.delete(map);
  }
}
