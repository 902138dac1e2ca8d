import { expect, test } from 'vitest';
import {
  answersHeld,
  othersMayRead,
  parseCycle,
  type RoundLine,
  releaseRules,
  roundEndedAt,
  roundsAsked,
} from '../../../engine/index.ts';

function rulesOf(released: boolean) {
  const raters = { group: 'peer', threshold: 3 };
  const ask = { tasks: { view: { title: 'A task', assignee: 'manager', form: 'feedback', raters } } };
  const told = released ? { released } : {};
  const stages = { ask, look: {}, debrief: told, practise: told };
  const parsed = parseCycle({ schema: 'cycle/1', id: 'small', name: 'Small', initial: 'ask', stages });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  return releaseRules(parsed.cycle);
}
const drawn = rulesOf(true);
const undrawn = rulesOf(false);

/** On the day of its revision. */
const line = (revision: number, stage: string, left: string | null = null, round = 1): RoundLine => ({
  ...{ revision, type: 'x', stages: [stage], round, left: left === null ? [] : [left] },
  at: `2026-03-${String(revision).padStart(2, '0')}T09:00:00.000Z`,
});
const asked = line(1, 'ask');
const looked = line(2, 'look', 'ask');
const debrief = line(3, 'debrief', 'look');
const practise = line(4, 'practise', 'debrief');
const again = line(5, 'ask', 'practise', 2);

test('what raters said is held back from the last question of the round until a stage releases it', () => {
  expect(answersHeld(drawn, [asked], 1)).toBe(true);
  expect(answersHeld(drawn, [asked, looked], 1)).toBe(true);
  expect(answersHeld(drawn, [asked, looked, debrief], 1)).toBe(false);
  expect(answersHeld(undrawn, [asked, looked], 1)).toBe(false);
});

test('while the next round is asked the one before stays released', () => {
  const lines = [asked, looked, debrief, practise, again];
  expect(roundsAsked(drawn, lines)).toEqual([1, 2]);
  expect([1, 2].map((round) => answersHeld(drawn, lines, round))).toEqual([false, true]);
  expect([1, 2].map((round) => roundEndedAt(drawn, lines, round))).toEqual([looked.at, null]);
});

const may = (rules: typeof drawn, lines: RoundLine[], more: object = {}) =>
  othersMayRead(rules, lines, { round: 1, openedAt: null, now: '2026-03-05T09:00:00.000Z', ...more });

test('others read a round once whom it is about has opened it', () => {
  expect(may(drawn, [asked, looked, debrief])).toBe(false);
  expect(may(drawn, [asked, looked, debrief], { openedAt: debrief.at })).toBe(true);
  expect(may(undrawn, [asked, looked])).toBe(false);
});

test('others read a round that was not opened once the plan goes on from where it was to be opened', () => {
  expect(may(drawn, [asked, looked, debrief, practise])).toBe(true);
  expect(may(undrawn, [asked, looked, debrief])).toBe(true);
  expect(may(drawn, [asked, looked, debrief, practise, again], { round: 2 })).toBe(false);
});

test('others read a round that was not opened after fourteen days, where the plan stays', () => {
  const lines = [asked, looked, debrief];
  expect(may(drawn, lines, { now: '2026-03-17T08:59:59.000Z' })).toBe(false);
  expect(may(drawn, lines, { now: '2026-03-17T09:00:00.000Z' })).toBe(true);
  // What is not released yet runs out of no time.
  expect(may(drawn, [asked, looked], { now: '2026-06-17T09:00:00.000Z' })).toBe(false);
});
