import { type Catalogue, readCatalogue } from '../api/catalogue';
import { reading } from './reading';

/** What there is to choose from. */
export const catalogue = reading<Catalogue>(() => ({ key: 'catalogue', read: readCatalogue }));
