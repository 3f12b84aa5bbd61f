// A style by the rules of MapLibre's own specification: node validate.mjs ADDRESS. Prints what is wrong, one line each.
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';

const answer = await fetch(process.argv[2]);
if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
for (const fault of validateStyleMin(await answer.json())) console.log(fault.message);
