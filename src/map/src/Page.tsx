import { useComputed, useSignalEffect } from '@preact/signals';
import { Choices } from './choose/Choices';
import { Compare } from './compare/Compare';
import { addressFileOpen } from './find/addresses/open';
import { Legend } from './legend/Legend';
import { MapView } from './map/MapView';
import { Embed } from './share/Embed';
import { shareOpen } from './share/open';
import { PrintFoot } from './share/PrintFoot';
import type { Layout } from './state/address';
import { catalogue } from './state/catalogue';
import { coverage, subjects } from './state/chosen';
import { kommuner, setsThere } from './state/kommune';
import { first, second } from './state/pane';
import { shown } from './state/shown';
import { view } from './state/view';
import { withinReading } from './state/within';
import { Announcer } from './states/Announcer';
import { Empty } from './states/Empty';
import { FaultNotice } from './states/FaultNotice';
import { ZoneTable } from './table/ZoneTable';
import { language, texts } from './text/speech';
import { Footer } from './ui/Footer';
import { Header } from './ui/Header';
import { Lazy } from './ui/Lazy';
import { WeighPanel } from './weigh/WeighPanel';
import { ZonePanel } from './zone/ZonePanel';

const addressFile = () => import('./find/addresses/AddressFile').then(file => file.AddressFile);

const share = () => import('./share/Share').then(file => file.Share);
const twoMaps = () => import('./map/TwoMaps').then(file => file.TwoMaps);
const yearsView = () => import('./years/YearsView').then(file => file.YearsView);

/** The page: what is chosen to the left, the map or the table in the middle, the zone to the right. */
export function Page() {
  useSignalEffect(() => {
    document.documentElement.lang = language.value;
    document.title = `${texts.value.appTitle} – Bolyst`;
  });
  const fault = useComputed(() =>
    [catalogue, kommuner, setsThere, coverage, withinReading, shown].map(reading => reading.value.fault).find(Boolean),
  );
  const ready = catalogue.value.value;
  const { layout } = view.value;
  const empty = ready?.zoneSets.size === 0;
  if (view.value.embed && ready && !empty) {
    return (
      <>
        <FaultNotice fault={fault.value} />
        <Embed>
          <Stage layout={layout} />
        </Embed>
        <Announcer />
      </>
    );
  }
  return (
    <>
      <a class="ds-skip-link" href="#main">
        {texts.value.skipToMap}
      </a>
      <Header />
      <FaultNotice fault={fault.value} />
      {empty ? (
        <Empty />
      ) : (
        <div class="workspace">
          <Choices catalogue={ready} />
          <div class="legends">
            <Legend />
            {(layout === 'beside' || layout === 'swipe') && <Legend pane={second} />}
          </div>
          <main class="stage" id="main" tabIndex={-1}>
            {ready && coverage.value.value && subjects.value.length === 0 && !coverage.value.busy && (
              <p class="note">{texts.value.noNumbers}</p>
            )}
            <Stage layout={layout} />
          </main>
          {view.value.compare === '' ? (
            <>
              <WeighPanel />
              <ZonePanel />
            </>
          ) : (
            <Compare />
          )}
        </div>
      )}
      <Footer />
      <Announcer />
      <PrintFoot />
      {shareOpen.value && <Lazy load={share} lines={0} />}
      {addressFileOpen.value && <Lazy load={addressFile} lines={0} />}
    </>
  );
}

/** What shows the zones. */
function Stage({ layout }: { readonly layout: Layout }) {
  switch (layout) {
    case 'map':
      return <MapView pane={first} label={texts.value.map} />;
    case 'table':
      return <ZoneTable />;
    case 'years':
      return <Lazy load={yearsView} lines={6} />;
    default:
      return <Lazy load={twoMaps} lines={6} />;
  }
}
