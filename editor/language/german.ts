// German: the catalogue of each folder as one, and the names of days and months for the date fields.
import 'dayjs/locale/de.js';
import type { Words } from './spoken.ts';

export { retelling } from './retell/german.ts';

const folders = import.meta.glob<Words>('./de/*.json', { eager: true, import: 'default' });

export const words: Words = Object.assign({}, ...Object.values(folders));
