import { expect, test } from 'vitest';
import { cycleChoices } from '../../../../editor/inbox/filters/cycle-choices.ts';

test('the inbox is narrowed to a cycle by its name, each once and in the order of the names', () => {
  const cycles = [
    { id: 'annual-2026', name: 'Year of the city' },
    { id: 'probation', name: 'Probation' },
  ];
  expect(cycleChoices(['annual-2026', 'probation', 'annual-2026', 'gone'], cycles)).toEqual([
    { value: 'gone', label: 'gone' },
    { value: 'probation', label: 'Probation' },
    { value: 'annual-2026', label: 'Year of the city' },
  ]);
});
