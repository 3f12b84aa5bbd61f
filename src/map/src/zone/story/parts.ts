import type { Measured } from '../../../generated/bolyst/v1/measured_pb';
import { localized } from '../../text/languages';
import { language, texts } from '../../text/speech';
import { zone } from './readings';

/** The name of an indicator that an index is made of; empty for one that nobody knows. */
export function nameOfPart(indicator: string | undefined): string {
  return localized(partOf(indicator)?.name, language.value);
}

/** The unit of an indicator that an index is made of. */
export function unitOfPart(indicator: string | undefined): string {
  return partOf(indicator)?.unit ?? '';
}

/** The number of what was computed; undefined where there is none. */
export function numberOf(measured: Measured | undefined): number | undefined {
  return measured?.result.case === 'value' ? measured.result.value : undefined;
}

/** What was computed, or in words that it cannot be. */
export function computedText(measured: Measured | undefined, write: (value: number) => string): string {
  const value = numberOf(measured);
  return value === undefined ? texts.value.notComputable : write(value);
}

function partOf(indicator: string | undefined) {
  return zone.value?.known.indicators.get(indicator ?? '');
}
