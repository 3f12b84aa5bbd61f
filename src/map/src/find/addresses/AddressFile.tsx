import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { zoneSet } from '../../state/chosen';
import { localized } from '../../text/languages';
import { language, numbers, texts } from '../../text/speech';
import { Dialog } from '../../ui/Dialog';
import { Select } from '../../ui/Select';
import { save } from '../../ui/save';
import './addresses.css';
import { forget, type Outcome, progress, start, stop } from './lookups';
import { addressFileOpen } from './open';
import { type Columns, guessColumns, readSheet, type Sheet, systems, writeSheet } from './sheet';

/** Rows that the dialog shows; the saved file has all. */
const mostShown = 200;

/** A file of addresses with coordinates that a person opens: which zone each lies in. The file never leaves the browser. */
export function AddressFile() {
  const id = useId();
  const sheet = useSignal<Sheet | undefined>(undefined);
  const columns = useSignal<Columns>({ north: -1, east: -1, system: 'degrees' });
  const { addresses } = texts.value;
  useEffect(() => forget, []);

  const open = async (file: File | undefined) => {
    if (!file) return;
    forget();
    sheet.value = readSheet(file.name, await file.arrayBuffer());
    columns.value = guessColumns(sheet.value);
  };
  const opened = sheet.value;
  const { north, east, system } = columns.value;
  const set = localized(zoneSet.value?.name, language.value);
  const running = progress.value?.running ?? false;
  const columnOptions = opened
    ? [
        { value: '-1', text: addresses.chooseColumn },
        ...opened.header.map((name, at) => ({ value: String(at), text: name || `${at + 1}` })),
      ]
    : [];
  const choose = (change: Partial<Columns>) => {
    forget();
    columns.value = { ...columns.value, ...change };
  };

  return (
    <Dialog
      title={addresses.title}
      closed={() => {
        addressFileOpen.value = false;
      }}
    >
      <p>{addresses.intro(set)}</p>
      <p class="quiet">{addresses.privacy}</p>
      <div class="ds-field">
        <label class="ds-label" data-weight="medium" for={`${id}-file`}>
          {addresses.file}
        </label>
        <input
          id={`${id}-file`}
          class="ds-input"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={event => void open(event.currentTarget.files?.[0])}
        />
      </div>
      {opened && opened.rows.length === 0 && <p role="alert">{addresses.noRows}</p>}
      {opened && opened.rows.length > 0 && (
        <>
          <fieldset class="ds-fieldset address-columns" disabled={running}>
            <legend class="ds-label" data-weight="medium">
              {addresses.columns}
            </legend>
            <Select label={addresses.north} value={String(north)} options={columnOptions} choose={at => choose({ north: Number(at) })} />
            <Select label={addresses.east} value={String(east)} options={columnOptions} choose={at => choose({ east: Number(at) })} />
            <Select
              label={addresses.system}
              value={system}
              options={systems.map(value => ({ value, text: addresses.systems[value] }))}
              choose={value => choose({ system: systems.find(known => known === value) ?? 'degrees' })}
            />
          </fieldset>
          <div class="address-actions">
            {running ? (
              <button type="button" class="ds-button" data-variant="secondary" onClick={stop}>
                {addresses.stop}
              </button>
            ) : progress.value?.done === opened.rows.length ? null : (
              <button type="button" class="ds-button" disabled={north < 0 || east < 0} onClick={() => void start(opened, columns.value)}>
                {progress.value ? addresses.goOn : addresses.start(numbers.value.count(opened.rows.length))}
              </button>
            )}
            {progress.value && (
              <label class="address-progress">
                <progress max={opened.rows.length} value={progress.value.done} />
                <span>{addresses.progress(numbers.value.count(progress.value.done), numbers.value.count(opened.rows.length))}</span>
              </label>
            )}
          </div>
          {progress.value?.fault && (
            <p role="alert" class="ds-alert" data-color="warning">
              {progress.value.fault.kind === 'away' ? texts.value.faults.away : texts.value.faults.refused}. {addresses.keptSoFar}
            </p>
          )}
          {progress.value && progress.value.done > 0 && !running && <Result sheet={opened} />}
        </>
      )}
    </Dialog>
  );
}

/** What was found, row by row, and the file to save it as. */
function Result({ sheet }: { readonly sheet: Sheet }) {
  const { addresses, table } = texts.value;
  const { outcomes, zoneSet: set } = progress.value!;
  const faulty = outcomes.flatMap((outcome, row) => (outcome === 'unreadable' || outcome === 'outside' ? [row] : []));
  const answers = outcomes.map(outcome => ({
    code: codeOf(outcome),
    name: typeof outcome === 'object' ? outcome.name : '',
    error: errorOf(outcome),
  }));
  const saveAll = () => {
    const content = new Blob([writeSheet(sheet, set, answers)], { type: 'text/csv;charset=utf-8' });
    save(content, `${sheet.name.replace(/(\.\w+)?$/, '')}_${set}.csv`);
  };
  return (
    <>
      <p role="status">
        {addresses.found(numbers.value.count(outcomes.filter(outcome => typeof outcome === 'object').length))}
        {faulty.length > 0 && ` ${addresses.faults(numbers.value.count(faulty.length))}`}
      </p>
      <button type="button" class="ds-button" data-variant="secondary" onClick={saveAll}>
        {addresses.save}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="address-table" tabIndex={0} aria-label={addresses.result}>
        <table class="ds-table" data-size="sm" data-zebra="true">
          <thead>
            <tr>
              <th scope="col">{addresses.row}</th>
              <th scope="col">{sheet.header[0]}</th>
              <th scope="col">{table.code}</th>
              <th scope="col">{table.zone}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(0, mostShown).map((cells, row) => (
              <tr key={row}>
                {/* Counted as a spreadsheet does, with the header first. */}
                <td>{row + 2}</td>
                <td>{cells[0]}</td>
                <td>{answers[row]!.code}</td>
                <td>{answers[row]!.name || answers[row]!.error}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sheet.rows.length > mostShown && <p class="quiet">{addresses.firstRows(numbers.value.count(mostShown))}</p>}
    </>
  );
}

function codeOf(outcome: Outcome | undefined): string {
  return typeof outcome === 'object' ? outcome.code : '';
}

function errorOf(outcome: Outcome | undefined): string {
  const { addresses } = texts.value;
  return outcome === 'unreadable' ? addresses.unreadable : outcome === 'outside' ? addresses.outside : outcome ? '' : addresses.notAsked;
}
