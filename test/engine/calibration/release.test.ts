import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldBack, parseCycle, type ReleaseLine, releaseRules, releasesIn } from '../../../engine/index.ts';

function rulesOf(stages: Record<string, unknown>) {
  const [initial] = Object.keys(stages);
  const parsed = parseCycle({ schema: 'cycle/1', id: 'small', name: 'Small', initial, stages });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  return releaseRules(parsed.cycle);
}

const task = (form: unknown, more: object = {}) => ({ title: 'A task', assignee: 'manager', form, ...more });
const note = { type: 'object', properties: {} };
const rules = rulesOf({
  ask: { tasks: { view: task('feedback', { raters: { group: 'peer', threshold: 3 } }) } },
  rating: { kind: 'appraise', tasks: { rate: task('appraisal'), talk: task('feedback') } },
  ready: { kind: 'appraise', tasks: { tell: task(note, { purpose: 'release' }) } },
  told: {
    kind: 'appraise',
    released: true,
    initial: 'reading',
    stages: { reading: { tasks: { decide: task('calibration', { purpose: 'appeal' }) } } },
  },
});

const line = (revision: number, type: string, ...stages: string[]): ReleaseLine => ({
  revision,
  type,
  stages,
});
const start = line(1, 'plan.started', 'rating');
const rated = line(2, 'task.rate.completed', 'ready');
const told = line(3, 'task.tell.completed', 'told', 'reading');

test('a cycle tells which tasks judge, which release, and where what was judged may be read', () => {
  expect(rules).toEqual({
    ratings: new Set(['rate']),
    releases: new Set(['tell']),
    released: new Set(['told', 'reading']),
    asking: new Set(['ask']),
  });
});

test('a rating is held back from its own step on until the plan comes to a stage that releases it', () => {
  expect(heldBack(rules, [start])).toEqual({ since: null, releasedBy: null });
  expect(heldBack(rules, [start, rated])).toEqual({ since: 2, releasedBy: null });
  expect(heldBack(rules, [start, rated, told])).toEqual({ since: null, releasedBy: 3 });
});

test('a rating of the next round is held back again, while the one before stays readable', () => {
  const again = line(5, 'task.rate.completed', 'ready');
  const lines = [rated, told, line(4, 'round.began', 'rating'), again];
  expect(heldBack(rules, lines)).toEqual({ since: 5, releasedBy: 3 });
});

test('a rating that the plan did not hear is held back from its next step on, or from the one that it will take', () => {
  expect(heldBack(rules, [start], { unheard: [2] })).toEqual({ since: 2, releasedBy: null });
  expect(heldBack(rules, [start, line(2, 'timer.late', 'ready')], { unheard: [2] }).since).toBe(2);
  const lines = [start, line(2, 'timer.late', 'ready'), told];
  expect(heldBack(rules, lines, { unheard: [2] })).toEqual({ since: null, releasedBy: 3 });
});

test('what is judged in a stage that is released is read at once', () => {
  const decided = line(4, 'task.decide.completed', 'rating');
  expect(heldBack(rules, [rated, told, decided])).toEqual({ since: null, releasedBy: 3 });
});

test('a release by hand lets everything be read up to its revision', () => {
  expect(heldBack(rules, [rated, line(3, 'task.talk.completed', 'rating')], { byHand: [3] })).toEqual({
    since: null,
    releasedBy: 3,
  });
  expect(heldBack(rules, [rated, line(3, 'task.rate.completed', 'rating')], { byHand: [2] }).since).toBe(3);
});

test('whatever happened before, nothing is readable that was judged after the last release', () => {
  const kinds = ['task.rate.completed', 'task.talk.completed', 'timer.x', 'task.tell.completed'];
  const lines = fc.array(fc.record({ type: fc.constantFrom(...kinds), released: fc.boolean() }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(lines, (given) => {
      const history = given.map(({ type, released }, index) =>
        line(index + 1, type, released ? 'told' : 'rating'),
      );
      const lastRelease = history.findLastIndex(({ stages }) => stages.includes('told'));
      const judgedAfter = history.findIndex(
        ({ type }, index) => index > lastRelease && type === 'task.rate.completed',
      );
      expect(heldBack(rules, history).since).toBe(judgedAfter === -1 ? null : judgedAfter + 1);
    }),
  );
});

test('each release of something that was judged is one', () => {
  const again = [line(4, 'task.rate.completed', 'ready'), line(5, 'timer.late', 'told')];
  expect(releasesIn(rules, [start, rated, told, ...again])).toEqual([3, 5]);
  expect(releasesIn(rules, [start, told])).toEqual([]);
});
