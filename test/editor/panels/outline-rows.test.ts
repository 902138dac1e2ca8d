import { expect, test } from 'vitest';
import { isRowSelected, outlineRows, outlineStep } from '../../../editor/panels/outline-rows.ts';
import type { Cycle } from '../../../engine/index.ts';

const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'work',
  stages: {
    work: {
      name: 'Work',
      initial: 'plan',
      stages: {
        plan: { name: 'Plan', on: { agreed: [{ to: 'watch', guard: 'round < 4' }] } },
        watch: { name: 'Watch', after: [{ delay: 'P3M', to: 'done' }] },
      },
    },
    done: { type: 'final', name: 'Done' },
  },
  on: { cancelled: [{ to: 'done' }], noted: [{ do: [{ do: 'set', variable: 'noted', value: 'true' }] }] },
};
const rows = outlineRows(cycle);
const words = rows.map((row) => {
  const said =
    row.kind === 'stage'
      ? row.name
      : row.kind === 'every'
        ? 'every'
        : `${row.words} ${row.guard ?? ''} ${row.target}`;
  return `${'  '.repeat(row.level - 1)}${said}`;
});

test('each stage is followed by where it leads, and the whole cycle comes last', () => {
  expect(words).toEqual([
    'Work',
    '  Plan',
    '    agreed round < 4 → Watch',
    '  Watch',
    '    after 3 months  → Done',
    'Done',
    'every',
    '  cancelled  → Done',
    '  noted  only acts',
  ]);
});

test('stages where something begins say so', () => {
  expect(rows.flatMap((row) => (row.kind === 'stage' && row.initial ? [row.name] : []))).toEqual([
    'Work',
    'Plan',
  ]);
});

test('arrows walk the lines, into what stands under one and back out of it', () => {
  const from = (name: string) => rows.find((row) => row.kind === 'stage' && row.name === name)?.key ?? '';
  const step = (name: string, key: string) => outlineStep(rows, from(name), key)?.key;
  expect(step('Work', 'ArrowDown')).toBe('/stages/work/stages/plan');
  expect(step('Plan', 'ArrowRight')).toBe('/stages/work/stages/plan/on/agreed/0');
  expect(step('Plan', 'ArrowLeft')).toBe('/stages/work');
  expect(step('Done', 'ArrowRight')).toBeUndefined();
  expect(step('Done', 'Home')).toBe('/stages/work');
  expect(step('Work', 'End')).toBe('/on/noted/0');
  expect(step('Work', 'ArrowUp')).toBeUndefined();
  expect(step('Work', 'x')).toBeUndefined();
});

test('a line is selected with its stage or its transition', () => {
  const selected = (selection: Parameters<typeof isRowSelected>[1]) =>
    rows.filter((row) => isRowSelected(row, selection)).map(({ key }) => key);
  expect(selected({ kind: 'stages', ids: ['plan', 'done'] })).toEqual([
    '/stages/work/stages/plan',
    '/stages/done',
  ]);
  expect(
    selected({ kind: 'transition', at: { stage: null, list: { kind: 'event', event: 'noted' }, index: 0 } }),
  ).toEqual(['/on/noted/0']);
  expect(selected({ kind: 'none' })).toEqual([]);
});
