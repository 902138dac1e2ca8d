// What a check answers.
import { expect, test } from 'vitest';
import { performCheck } from '../../../editor/check/check-work.ts';
import { parseCycle } from '../../../engine/index.ts';

test('the worst problem comes first, and a cycle that nobody has cannot be started', () => {
  const parsed = parseCycle({
    schema: 'cycle/1',
    id: 'a',
    name: 'A',
    initial: 'one',
    stages: {
      one: { after: [{ delay: 'P1D', to: 'end', do: [{ do: 'start', cycle: 'nowhere', for: 'children' }] }] },
      lost: {},
      end: { type: 'final', outcome: 'met' },
    },
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  const answer = performCheck({ cycle: parsed.cycle, cycleIds: ['a'] });
  const problems = answer.kind === 'checked' ? answer.problems : [];
  const order = problems.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
  expect(order).toEqual(order.toSorted());
  expect(problems.map(({ message }) => message).join('\n')).toContain('nowhere');
});
