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
  counts.known({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal', 'improvement-plan'] });
  counts.known({ hash: 'first', cycle: annual, cycleIds: ['improvement-plan', 'quarterly-okr', 'sales'] });
  counts.known({ hash: 'second', cycle: annual, cycleIds: ['improvement-plan'] });
  expect(counted).toEqual(['first', 'second']);
});

test('errors are counted again when a cycle that it starts comes or goes', () => {
  const { counted, counts } = counting();
  counts.known({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal', 'improvement-plan'] });
  counts.known({ hash: 'first', cycle: annual, cycleIds: ['annual-appraisal'] });
  expect(counted).toEqual(['first', 'first']);
});
