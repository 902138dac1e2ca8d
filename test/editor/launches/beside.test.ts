// When a launch offers to follow what changes meanwhile, and for whom that is launched.
import { expect, test } from 'vitest';
import { BESIDE, besideOf } from '../../../editor/launches/beside.ts';
import { toBesideLaunch } from '../../../editor/launches/new-launch.ts';

const loop = { id: 'loop', name: 'Loop', latestVersion: 1 };
const changes = (latestVersion: number | null) => ({ id: BESIDE, name: 'Changes', latestVersion });

test.for([
  ['published', [loop, changes(2)], 'loop', false, { name: 'Changes', isNew: false }],
  ['not there, and may be published', [loop], 'loop', true, { name: 'Mid-cycle change', isNew: true }],
  ['not there, and may not be published', [loop], 'loop', false, null],
  ['a draft that somebody works on', [loop, changes(null)], 'loop', true, null],
  ['launched itself', [loop, changes(2)], BESIDE, true, null],
  ['before a cycle is chosen', [loop, changes(2)], '', true, null],
] as const)('%s', ([, cycles, cycleId, mayPublish, expected]) => {
  expect(besideOf({ cycles, cycleId, mayPublish })).toEqual(expected);
});

test('it goes to the same components for the same period, and has nothing of the other cycle', () => {
  const values = {
    ...{ cycleId: 'loop', version: '3', choose: 'selector' as const, under: 'dob', kinds: ['team'] },
    ...{ picked: [], again: true, anonymity: 'named' as const, start: '2026-01-01', end: '2026-12-31' },
    variables: { goal: 1 },
  };
  expect(toBesideLaunch(values, BESIDE)).toEqual({
    cycleId: BESIDE,
    selector: { kinds: ['team'], under: 'dob' },
    period: { start: '2026-01-01', end: '2026-12-31' },
  });
});
