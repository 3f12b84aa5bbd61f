/** UTM on GRS 80 (zone 33 is EPSG:25833, 32 is EPSG:25832), by Krüger's series to the third order: exact to a millimetre where Norway is. */
const majorAxis = 6_378_137;
const flattening = 1 / 298.257222101;
const scale = 0.9996;
const falseEast = 500_000;

const n = flattening / (2 - flattening);
const radius = (majorAxis / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const beta = [n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96, n ** 2 / 48 + n ** 3 / 15, (17 * n ** 3) / 480];
const delta = [2 * n - (2 * n ** 2) / 3 - 2 * n ** 3, (7 * n ** 2) / 3 - (8 * n ** 3) / 5, (56 * n ** 3) / 15];

/** Longitude and latitude in degrees of a point in metres. */
export function toDegrees(east: number, north: number, zone: 32 | 33 = 33): [number, number] {
  const meridian = 6 * zone - 183;
  const xi = north / (scale * radius);
  const eta = (east - falseEast) / (scale * radius);
  let [flatXi, flatEta] = [xi, eta];
  beta.forEach((factor, j) => {
    const order = 2 * (j + 1);
    flatXi -= factor * Math.sin(order * xi) * Math.cosh(order * eta);
    flatEta -= factor * Math.cos(order * xi) * Math.sinh(order * eta);
  });
  const chi = Math.asin(Math.sin(flatXi) / Math.cosh(flatEta));
  const latitude = delta.reduce((sum, factor, j) => sum + factor * Math.sin(2 * (j + 1) * chi), chi);
  const longitude = Math.atan2(Math.sinh(flatEta), Math.cos(flatXi));
  return [meridian + (longitude * 180) / Math.PI, (latitude * 180) / Math.PI];
}
