import { expect } from '@playwright/test';

/** Asks the service under test by Connect, as JSON: what the page shows must be what it says. */
export async function ask<T>(method: string, request: object, service = process.env.BOLYST_URL): Promise<T> {
  const answer = await fetch(`${service}/bolyst.v1.${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  expect(answer.status, method).toBe(200);
  return answer.json() as Promise<T>;
}

export interface Values {
  readonly codes: string[];
  readonly names: string[];
  readonly columns: { values: (number | 'NaN')[]; statuses: string[]; lower: (number | 'NaN')[]; upper: (number | 'NaN')[] }[];
}

export function valuesOf(zoneSet: string, indicator: string, period: string): Promise<Values> {
  return ask('IndicatorService/GetIndicatorValues', { zoneSet, selections: [{ indicator, period }], includeIntervals: true });
}
