import { expect, test } from 'vitest';
import { countsOnCanvas, heatsOnCanvas, stayWords, watchLines } from '../../../editor/watch/watch-lines.ts';
import { smallCycle } from '../document/fixture.ts';

const counts = [
  { stage: 'watch', active: 3, overdue: 1, ended: 0 },
  { stage: 'look', active: 2, overdue: 2, ended: 0 },
  { stage: 'done', active: 0, overdue: 0, ended: 4 },
];
const time = (stage: string, medianDays: number | null, cycleId = 'small') => ({
  cycleId,
  stage,
  medianDays,
  stays: 5,
  now: 0,
});
const times = [
  time('plan', 2.5),
  time('watch', 10),
  time('look', 5),
  time('plan', 99, 'other'),
  time('done', 0),
];
const lines = watchLines(smallCycle, { items: counts, withheld: [] }, times);

test('every stage in which a plan can be has a line with its plans and its stay, of this cycle alone', () => {
  expect(
    lines.map(({ stage, active, overdue, ended, medianDays }) => [stage, active, overdue, ended, medianDays]),
  ).toEqual([
    ['plan', 0, 0, 0, 2.5],
    ['watch', 3, 1, 0, 10],
    ['look', 2, 2, 0, 5],
    ['done', 0, 0, 4, null],
  ]);
});

test('a stage without plans has no chips', () => {
  expect(Object.keys(countsOnCanvas(smallCycle, lines)).sort()).toEqual(['done', 'look', 'watch']);
});

test('the longest stay is the warmest, and the number stands with it', () => {
  expect(heatsOnCanvas(smallCycle, lines).stages).toEqual({
    plan: { kind: 'heat', share: 0.25, text: '2.5 d' },
    watch: { kind: 'heat', share: 1, text: '10 d' },
    look: { kind: 'heat', share: 0.5, text: '5 d' },
  });
});

test('what is folded up counts at its container, with the longest stay inside', () => {
  const folded = {
    ...smallCycle,
    layout: { ...smallCycle.layout, observe: { x: 360, y: 0, collapsed: true } },
  };
  expect(countsOnCanvas(folded, lines)).toEqual({
    observe: { active: 5, overdue: 3, ended: 0 },
    done: { active: 0, overdue: 0, ended: 4 },
  });
  expect(heatsOnCanvas(folded, lines).stages.observe).toEqual({ kind: 'heat', share: 1, text: '10 d' });
});

test('a stay of hours is told in hours', () => {
  expect([0.01, 0.4, 1, 12.25].map(stayWords)).toEqual(['under 1 h', '10 h', '1 d', '12.3 d']);
});

test('a stage whose plans are too few for the reader says so, and has no chips', () => {
  const few = watchLines(smallCycle, { items: counts.slice(0, 1), withheld: ['look', 'done'] }, times);
  expect(few.filter(({ withheld }) => withheld).map(({ stage }) => stage)).toEqual(['look', 'done']);
  expect(Object.keys(countsOnCanvas(smallCycle, few))).toEqual(['watch']);
});
