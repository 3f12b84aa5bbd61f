import { expect, test } from '@playwright/test';
import { readView, type View, writeView } from '../../../src/map/src/state/address';

const everything: View = {
  kommune: '9811',
  zoneSet: 'elvsund-levekarssone',
  subject: { kind: 'index', key: 'inntektssystem-product' },
  period: '2020',
  zone: '0001',
  layout: 'swipe',
  secondSubject: { kind: 'indicator', key: 'unemployed' },
  secondPeriod: '2015',
  swipe: 30,
  scale: 'all',
  classesFrom: 'division',
  base: true,
  embed: true,
  compare: 'area',
  picked: ['0002', '0003'],
  area: { srid: 25833, wkt: 'POLYGON((0 0,9 0,9 9,0 0))' },
  programme: 'kvernlia-satsinga',
  camera: { longitude: 5.4512, latitude: 65.5, zoom: 11.25 },
  spot: { longitude: 5.5, latitude: 65.52 },
  dataset: 3n,
  language: 'nn',
  theme: 'dark',
};

test('a view that goes through the address comes back whole', () => {
  expect(readView(writeView(everything))).toEqual(everything);
});

test('an own weighing stands in the address, for each of two maps', () => {
  const own: View = {
    ...everything,
    subject: { kind: 'own', key: 'employed.20,min_max,arithmetic' },
    secondSubject: { kind: 'own', key: 'employed.20,min_max,arithmetic' },
  };
  expect(readView(writeView(own))).toEqual(own);
  expect(writeView(own)).toContain('weigh=employed.20,min_max,arithmetic&');
});

test('a view without choices has no query', () => {
  expect(writeView(readView(''))).toBe('');
});

test('the address is written for people', () => {
  expect(writeView(everything)).toBe(
    '?kommune=9811&zones=elvsund-levekarssone&index=inntektssystem-product&year=2020&zone=0001&view=swipe&show2=unemployed&year2=2015&swipe=30&scale=all&classes=division&base=1&embed=1&compare=area&picked=0002,0003&area=25833%3BPOLYGON%28%280+0,9+0,9+9,0+0%29%29&programme=kvernlia-satsinga&at=5.4512,65.5,11.25&spot=5.5,65.52&dataset=3&lang=nn&theme=dark',
  );
});

for (const nonsense of [
  '?at=1,2',
  '?at=1,2,x',
  '?at=1,2,3,4',
  '?lang=fr',
  '?theme=red',
  '?view=',
  '?unknown=1',
  '?at=,,',
  '?at=0,91,5',
  '?compare=all',
  '?picked=,,',
  '?area=POLYGON((0 0,9 0,9 9,0 0))',
  '?area=1;POLYGON((0 0,9 0,9 9,0 0))',
  '?area=25833;POINT(1 2)',
  '?spot=1',
  '?spot=0,91',
  '?swipe=101',
  '?swipe=x',
  '?scale=x',
  '?dataset=0',
  '?dataset=x',
  '?dataset=9999999999999999999',
]) {
  test(`what cannot be read is as good as absent: ${nonsense}`, () => {
    expect(readView(nonsense)).toEqual(readView(''));
  });
}

test('codes keep their leading zeros and names their signs', () => {
  const view = { ...readView(''), zone: '0301 &=+ø' };
  expect(readView(writeView(view)).zone).toBe('0301 &=+ø');
});
