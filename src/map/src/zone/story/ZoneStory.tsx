import { Behind } from './Behind';
import { Beside } from './Beside';
import { Missing } from './Missing';
import { OverTime } from './OverTime';
import { Sources } from './Sources';

/** Why a zone's number is as it is: what is behind it, time, strengths and difficulties beside the kommune, what is missing, and sources. */
export function ZoneStory() {
  return (
    <div class="story">
      <Behind />
      <OverTime />
      <Beside />
      <Missing />
      <Sources />
    </div>
  );
}
