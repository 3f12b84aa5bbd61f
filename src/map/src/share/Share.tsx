import { create, toJsonString } from '@bufbuild/protobuf';
import { useSignal } from '@preact/signals';
import { CompositeQuerySchema } from '../../generated/bolyst/v1/composite_pb';
import { type Fault, faultOf } from '../api/faults';
import { here } from '../api/here';
import { nameOf } from '../choose/subjects';
import { currentPicture } from '../picture/current';
import { svgOf } from '../picture/document';
import { pngOf } from '../picture/png';
import { catalogue } from '../state/catalogue';
import { coverageOf, type OwnChoice, period, subject, zoneSet } from '../state/chosen';
import { settings } from '../state/settings';
import { settled } from '../state/settled';
import { column, ownQuery, shown } from '../state/shown';
import { narrowing } from '../state/within';
import { language, texts } from '../text/speech';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Select';
import { save } from '../ui/save';
import { downloadAddress, embedMarkup, formats } from './addresses';
import { Copyable } from './Copyable';
import { fileName } from './fileName';
import { Link } from './Link';
import { shareOpen } from './open';
import { type Paper, papers, print } from './print';
import './share.css';

/** Everything that takes the view out of the page: its address, another page, paper, a picture, files. */
export function Share() {
  const { share } = texts.value;
  const title = subject.value ? `${nameOf(subject.value)} ${period.value}` : texts.value.appTitle;
  const framers = settings.value.value?.frame_ancestors;
  return (
    <Dialog
      title={share.title}
      closed={() => {
        shareOpen.value = false;
      }}
    >
      <Link />
      {column.value && (
        <>
          <Printed />
          <Pictured />
          <Files />
        </>
      )}
      <section class="share-part">
        <h3 class="ds-heading" data-size="2xs">
          {share.embed}
        </h3>
        <Copyable label={share.embedHelp} text={embedMarkup(here, settled(), title)} />
        {framers && <p class="quiet">{framers.includes('*') ? share.framedByAll : share.framedBy(framers.map(framer).join(', '))}</p>}
      </section>
    </Dialog>
  );
}

function Printed() {
  const paper = useSignal<Paper>('A4');
  const { share } = texts.value;
  return (
    <section class="share-part">
      <h3 class="ds-heading" data-size="2xs">
        {share.print}
      </h3>
      <div class="share-row">
        <Select
          label={share.paper}
          value={paper.value}
          options={papers.map(value => ({ value, text: value }))}
          choose={value => {
            paper.value = papers.find(known => known === value) ?? 'A4';
          }}
        />
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => {
            shareOpen.value = false;
            print(paper.value);
          }}
        >
          {share.print}
        </button>
      </div>
    </section>
  );
}

function Pictured() {
  const busy = useSignal(false);
  const failed = useSignal<Fault | undefined>(undefined);
  const { share } = texts.value;
  const take = async (kind: 'svg' | 'png') => {
    busy.value = true;
    failed.value = undefined;
    try {
      const svg = svgOf(await currentPicture(AbortSignal.timeout(60_000)));
      const content = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
      save(content, `${fileName()}.${kind}`);
    } catch (error) {
      failed.value = faultOf(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <section class="share-part">
      <h3 class="ds-heading" data-size="2xs">
        {share.picture}
      </h3>
      <p class="quiet">{share.pictureHelp}</p>
      <div class="share-row">
        {(['png', 'svg'] as const).map(kind => (
          <button key={kind} type="button" class="ds-button" data-variant="secondary" disabled={busy.value} onClick={() => void take(kind)}>
            {kind.toUpperCase()}
          </button>
        ))}
      </div>
      <p role="status">{failed.value ? `${share.noPicture} ${failed.value.detail}` : busy.value ? texts.value.loading : ''}</p>
    </section>
  );
}

function Files() {
  const { share } = texts.value;
  const version = catalogue.value.value?.version;
  const set = zoneSet.value;
  if (!subject.value || version === undefined || !set) return null;
  const { kind, key } = subject.value;
  const composite = subject.value.kind === 'own' ? compositeOf(subject.value, set.key, version) : '';
  const wanted = {
    zoneSet: set.key,
    subject: { kind, key },
    composite,
    period: period.value,
    kommune: shown.value.value?.within?.kommune.code ?? '',
    version,
    language: language.value,
  };
  return (
    <section class="share-part">
      <h3 class="ds-heading" data-size="2xs">
        {share.files}
      </h3>
      <p class="quiet">{share.filesHelp}</p>
      <ul class="share-row share-files">
        {formats.map(format => (
          <li key={format}>
            <a class="ds-button" data-variant="secondary" href={downloadAddress(wanted, format)} download>
              {share.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What an own weighing asks of the service, without what stands elsewhere in the address of a file. */
function compositeOf(choice: OwnChoice, zoneSet: string, version: bigint): string {
  const narrowed = narrowing.value;
  if (!narrowed) return '';
  const query = ownQuery(choice, { zoneSet, period: period.value }, coverageOf(zoneSet), version, narrowed);
  return toJsonString(CompositeQuerySchema, create(CompositeQuerySchema, { ...query, zoneSet: '', periods: [], asOf: 0n }));
}

/** An origin of the policy in words. */
function framer(origin: string): string {
  const { share } = texts.value;
  return origin === "'self'" ? share.ownPages : origin === "'none'" ? share.nobody : origin;
}
