// What the engine and the server say, in German: a template for each of their sentences and for each part of one.
import type { Words } from '../spoken.ts';
import { makeRetelling } from './make-retelling.ts';

const sides = import.meta.glob<Words>('./de/*.json', { eager: true, import: 'default' });

export const retelling = makeRetelling({
  sentences: Object.assign({}, ...Object.values(sides)),
  quotes: ['„', '“'],
  joints: { ' and ': ' und ', ' or ': ' oder ' },
  decimalSign: ',',
  groupSign: '.',
});
