import { type Catalogue, readCatalogue } from '../api/catalogue';
import { reading } from './reading';
import { view } from './view';

/** What there is to choose from. */
export const catalogue = reading<Catalogue>(() => {
  const { dataset } = view.value;
  return { key: `catalogue ${dataset ?? ''}`, read: abort => readCatalogue(dataset, abort) };
});
