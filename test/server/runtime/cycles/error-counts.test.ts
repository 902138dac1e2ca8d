import { expect, test } from 'vitest';
import { type AskedErrors, makeErrorCounts } from '../../../../server/runtime/cycles/error-counts.ts';
import { readCycle } from '../../../support/sample-cycles.ts';

const annual = readCycle('templates/annual-appraisal.cycle.json');

function counting() {
  const counted: string[] = [];
  const counts = makeErrorCounts(
    ({ hash }: AskedErrors) => {
      counted.push(hash);
      return 0;
    },
    () => {},
  );
  return { counted, counts };
}

test('errors are counted once for a text, whatever other cycles come and go', () => {
  const { counted, counts } = counting();
  counts.begin({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal', 'improvement-plan'] });
  counts.begin({ hash: 'first', cycle: annual, cycleIds: ['improvement-plan', 'quarterly-okr', 'sales'] });
  counts.begin({ hash: 'second', cycle: annual, cycleIds: ['improvement-plan'] });
  expect(counted).toEqual(['first', 'second']);
});

test('errors are counted again when a cycle that it starts comes or goes', () => {
  const { counted, counts } = counting();
  counts.begin({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal', 'improvement-plan'] });
  counts.begin({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal'] });
  expect(counted).toEqual(['first', 'first']);
});

test('what errors are known is told without counting any', () => {
  const { counted, counts } = counting();
  const asked = { hash: 'first', cycle: annual, cycleIds: ['annual-appraisal'] };
  expect(counts.known(asked)).toBeNull();
  expect(counted).toEqual([]);
  counts.begin(asked);
  expect(counts.known(asked)).toBe(0);
  expect(counted).toEqual(['first']);
});
