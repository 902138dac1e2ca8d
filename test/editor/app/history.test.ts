import { expect, test } from 'vitest';
import type { HistoryLine } from '../../../editor/app/api/wire.ts';
import { historyWords } from '../../../editor/app/words/history.ts';

const names = { stages: { plan: 'Plan', observe: 'Observe' }, tasks: { 'agree-plan': 'Agree the plan' } };

const line = (given: Partial<HistoryLine>): HistoryLine => ({
  seq: 2,
  revision: 2,
  at: '2026-11-24T10:00:00.000Z',
  actor: { id: 'ada', name: 'Ada' },
  event: { id: 'e1', type: 'task.agree-plan.completed', data: {} },
  left: ['plan'],
  entered: ['observe'],
  transitions: ['/stages/plan/on/task.agree-plan.completed/0'],
  stage: ['observe'],
  effects: [],
  outcome: null,
  score: null,
  ...given,
});
const start = line({ seq: 1, revision: 1, left: [], entered: ['plan'], stage: ['plan'] });

test('names the task, who did it, and where the plan went', () => {
  expect(historyWords(line({}), names, start)).toEqual({
    title: 'Ada did “Agree the plan”',
    after: ['from Plan to Observe'],
  });
});

test('what nobody is named for is told without a name', () => {
  const actor = { id: 'system', name: 'Cyclewright' };
  expect(historyWords(line({ actor }), names, start).title).toBe('“Agree the plan” was done');
});

test('stages of one name are named once', () => {
  const same = { ...names, stages: { ...names.stages, peers: 'Answers', reports: 'Answers' } };
  const both = line({ entered: ['peers', 'reports'], stage: ['peers', 'reports'] });
  expect(historyWords(both, same, start).after).toEqual(['from Plan to Answers']);
});

test('the first line is the beginning of the plan', () => {
  expect(historyWords(start, names)).toEqual({ title: 'The plan began', after: ['now in Plan'] });
});

test('leaves out stages that were only passed through', () => {
  const through = line({ left: ['plan', 'returned'], entered: ['returned', 'plan'], stage: ['plan'] });
  expect(historyWords(through, names, start).after).toEqual(['again in Plan']);
});

test('tells what was asked of people and not the machinery behind it', () => {
  const effects = [
    { type: 'cancel-timer', text: 'Timer cancelled: period-end' },
    { type: 'open-task', text: 'Task opened: Record figures' },
  ];
  expect(historyWords(line({ effects }), names, start).after).toEqual([
    'from Plan to Observe',
    'Task opened: Record figures',
  ]);
});

test('an event of another system is shown in its own words', () => {
  const told = line({
    event: { id: 'e2', type: 'com.example.audit-done', data: {} },
    entered: [],
    stage: ['plan'],
  });
  expect(historyWords(told, names, start)).toEqual({ title: 'Com example audit done', after: [] });
});

test('a migration is told as what it is, with all that it carried along', () => {
  const effects = [
    { type: 'migrate', text: 'From version 1 of the cycle to version 2.' },
    { type: 'migrate', text: '“Plan” is now “Agree”.' },
  ];
  const event = { id: 'migration:m1', type: 'plan.migrated', data: {} };
  expect(
    historyWords(line({ event, left: [], entered: [], stage: ['plan'], effects }), names, start),
  ).toEqual({
    title: 'The plan went on to another version of its cycle',
    after: effects.map(({ text }) => text),
  });
});
