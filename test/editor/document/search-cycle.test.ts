import { expect, test } from 'vitest';
import { searchCycle } from '../../../editor/document/search-cycle.ts';
import { readCycle } from '../../support/sample-cycles.ts';
import { smallCycle } from './fixture.ts';

const words = (text: string) => searchCycle(smallCycle, text).map((found) => found.words);

test('stages are found by name and by id, whatever the case', () => {
  expect(words('LOOK')).toEqual(['Stage Look', 'Transition from Look to Watch: look done']);
  expect(words('before')).toEqual(['Stage before']);
});

test('tasks are found by title and by owner', () => {
  expect(words('the plan')).toEqual(['Task “Agree the plan” of manager, in Plan']);
  expect(words('manager')).toEqual(['Task “Agree the plan” of manager, in Plan']);
});

test('transitions are found by event, by what it is called in words, by delay and by guard', () => {
  expect(words('task.agree-plan.completed')).toHaveLength(2);
  expect(words('agree plan done')).toHaveLength(2);
  expect(words('3 months')).toEqual(['Transition from Observe to Done: after 3 months']);
  expect(words('result.decision')).toEqual([
    'Transition from Plan to Observe: agree plan done, only if result.decision = "agreed"',
  ]);
  expect(words('cancelled')).toEqual(['Transition from any stage to Done: plan cancelled']);
});

test('what is found says where it is', () => {
  expect(searchCycle(smallCycle, 'result.decision')).toMatchObject([
    {
      pointer: '/stages/plan/on/task.agree-plan.completed/0/guard',
      stage: 'plan',
      transition: '/stages/plan/on/task.agree-plan.completed/0',
    },
  ]);
});

test('all the words must be in one place, and no words find nothing', () => {
  expect(words('plan returned')).toEqual(['Transition from Observe to Plan: plan returned']);
  expect(words('plan nowhere')).toEqual([]);
  expect(words('   ')).toEqual([]);
});

test('a sample is searched through in its order', () => {
  const found = searchCycle(readCycle('probation.cycle.json'), 'role:hr');
  expect(found.length).toBeGreaterThan(1);
  expect(found.every(({ words }) => words.includes('role:hr'))).toBe(true);
});
