import { expect, test } from 'vitest';
import { goalsAbove } from '../../../editor/inbox/forms/goals-above.ts';
import { choiceWords, fieldsOf } from '../../../editor/inbox/forms/schema-fields.ts';

test('reads each kind of field from a JSON Schema', () => {
  const schema = {
    type: 'object',
    required: ['buddyName'],
    properties: {
      buddyName: { type: 'string', maxLength: 80 },
      note: { type: 'string', title: 'Anything else', description: 'In a sentence' },
      level: { type: 'string', enum: ['low', 'high'] },
      day: { type: 'string', format: 'date' },
      count: { type: 'integer' },
      agreed: { type: 'boolean' },
      parts: { type: 'array' },
    },
  };
  expect(fieldsOf(schema).map(({ key, label, kind, required }) => [key, label, kind, required])).toEqual([
    ['buddyName', 'Buddy name', 'text', true],
    ['note', 'Anything else', 'long-text', false],
    ['level', 'Level', 'choice', false],
    ['day', 'Day', 'date', false],
    ['count', 'Count', 'number', false],
    ['agreed', 'Agreed', 'boolean', false],
    ['parts', 'Parts', 'json', false],
  ]);
});

test('a schema without properties has no fields', () => {
  expect(fieldsOf({ type: 'object' })).toEqual([]);
  expect(fieldsOf('feedback')).toEqual([]);
});

test('offers the open goals of the components above, the nearest first', () => {
  const components = [
    { id: 'city', name: 'City', parentId: null },
    { id: 'dep', name: 'Department', parentId: 'city' },
    { id: 'team', name: 'Team', parentId: 'dep' },
  ];
  const goal = (id: string, componentId: string, status: 'open' | 'met' = 'open') => ({
    id,
    title: id,
    componentId,
    status,
  });
  const goals = [
    goal('g-city', 'city'),
    goal('g-dep', 'dep'),
    goal('g-met', 'dep', 'met'),
    goal('g-own', 'team'),
  ];
  expect(goalsAbove(goals, components, 'team')).toEqual([
    { id: 'g-dep', title: 'g-dep', componentName: 'Department' },
    { id: 'g-city', title: 'g-city', componentName: 'City' },
  ]);
});

test('a loop of components ends the walk', () => {
  const loop = [
    { id: 'a', name: 'A', parentId: 'b' },
    { id: 'b', name: 'B', parentId: 'a' },
  ];
  expect(goalsAbove([{ id: 'g', title: 'G', componentId: 'b', status: 'open' }], loop, 'a')).toEqual([
    { id: 'g', title: 'G', componentName: 'B' },
  ]);
});

test('a choice that is written as a key reads as words, and any other as it was written', () => {
  expect(['not-yet', 'standard-met', 'Nine of ten', 'pareto', '5why'].map(choiceWords)).toEqual([
    ...['Not yet', 'Standard met', 'Nine of ten', 'pareto', '5why'],
  ]);
});
