import type { MapCamera } from './camera';

/** Lets maps look at the same place: where one is moved, the others go. */
export class CameraLink {
  private readonly cameras = new Set<MapCamera>();

  /** Takes a map in; it goes where the others look. */
  join(camera: MapCamera): void {
    const [other] = this.cameras;
    if (other) camera.follow(other.now());
    this.cameras.add(camera);
    camera.onMove(where => {
      for (const one of this.cameras) if (one !== camera) one.follow(where);
    });
  }

  leave(camera: MapCamera): void {
    this.cameras.delete(camera);
  }
}
