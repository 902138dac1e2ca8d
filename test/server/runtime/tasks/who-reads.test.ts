import { expect, test } from 'vitest';
import { parseCycle } from '../../../../engine/index.ts';
import { whoReads } from '../../../../server/runtime/tasks/who-reads.ts';

const asked = (task: object, raterGroup: string | null = null) => {
  const parsed = parseCycle({
    ...{ schema: 'cycle/1', id: 'small', name: 'Small', initial: 'plan' },
    stages: { plan: { tasks: { one: { title: 'One', assignee: 'manager', ...task } } } },
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  const stage = parsed.cycle.stages.plan;
  const own = stage && 'tasks' in stage ? stage.tasks?.one : undefined;
  return whoReads(own ?? null, { raterGroup });
};
const own = { type: 'object' };

test.each([
  [{ form: own }, 'plan'],
  [{ form: 'feedback' }, 'plan'],
  [{ form: 'acknowledgement' }, 'plan'],
  [{ form: 'self-appraisal' }, 'plan'],
  [{ form: own, purpose: 'dispute' }, 'plan'],
  [{ form: 'appraisal' }, 'plan-once-released'],
  [{ form: 'calibration' }, 'plan-once-released'],
  [{ form: 'intervention' }, 'plan'],
  [{ form: own, purpose: 'appeal' }, 'plan-once-released'],
  [{ form: own, private: true }, 'those-in-plan'],
  [{ form: 'goals' }, null],
  [{ form: 'nomination' }, null],
])('what is given in %j is read by: %s', (task, readers) => {
  expect(asked(task)).toBe(readers);
});

test('what raters give is read as their promise says', () => {
  expect(asked({ form: 'feedback' }, 'peer')).toBe(null);
});
