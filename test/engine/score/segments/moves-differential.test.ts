// What moves change is scored by looking at it alone; here it is compared with the plain way, for drawn organisations.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreOrganisation } from '../../../../engine/index.ts';
import { drawn, ids, organisation } from '../drawn-organisation.ts';
import { scoreMovedPlainly } from './moved-plainly.ts';

/** Of a node that no move reaches the plain way rounds once more. */
const nearly = (score: number | null): number | null =>
  score === null ? null : Math.round(score * 100) / 100;

test('whatever moves where and when, everything scores as it does in the plain way', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const input = organisation(given);
      const found = scoreOrganisation(input);
      const plain = scoreMovedPlainly(input);
      for (const id of ids) {
        const [a, b] = [found.get(id)?.score ?? null, plain.get(id) ?? null];
        const isSame = a === b || (a !== null && b !== null && Math.abs(a - b) < 0.01);
        expect([id, isSame ? nearly(b) : a]).toEqual([id, nearly(b)]);
      }
    }),
    { numRuns: 100 },
  );
});
