import { useSignal } from '@preact/signals';
import { here } from '../api/here';
import { writeView } from '../state/address';
import { catalogue } from '../state/catalogue';
import { settled } from '../state/settled';
import { texts } from '../text/speech';
import { Copyable } from './Copyable';

/** The address of what is shown, with the numbers of today or with those of the day that it is opened. */
export function Link() {
  const pinned = useSignal(true);
  const { share } = texts.value;
  const version = catalogue.value.value?.version;
  return (
    <section class="share-part">
      <h3 class="ds-heading" data-size="2xs">
        {share.link}
      </h3>
      <Copyable label={share.linkHelp} text={here + writeView({ ...settled(), dataset: pinned.value ? version : undefined })} />
      {version !== undefined && (
        <label class="check">
          <input
            type="checkbox"
            checked={pinned.value}
            onChange={event => {
              pinned.value = event.currentTarget.checked;
            }}
          />
          {share.pinned(String(version))}
        </label>
      )}
    </section>
  );
}
