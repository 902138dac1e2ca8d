import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComponentPick, isBranchPicked, isPicked, readPicks } from '../../../engine/index.ts';

const pick = (componentId: string, reach: ComponentPick['reach'], isIn = true): ComponentPick => ({
  componentId,
  reach,
  isIn,
});
const chosen = (chain: string[], ...picks: ComponentPick[]) => isPicked(chain, readPicks(picks));
const permits = ['permits', 'dob', 'city'];

test('a branch is chosen with all below it, and one alone without', () => {
  expect(chosen(permits)).toBe(false);
  expect(chosen(permits, pick('city', 'branch'))).toBe(true);
  expect(chosen(permits, pick('dob', 'one'))).toBe(false);
  expect(chosen(['dob', 'city'], pick('dob', 'one'))).toBe(true);
});

test('the nearest branch counts, and what is said of a component alone counts before it', () => {
  const withoutDob = [pick('city', 'branch'), pick('dob', 'branch', false)];
  expect(chosen(permits, ...withoutDob)).toBe(false);
  expect(chosen(permits, ...withoutDob, pick('permits', 'one'))).toBe(true);
  expect(chosen(['permits', 'dob', 'city'], pick('dob', 'branch'), pick('permits', 'one', false))).toBe(
    false,
  );
});

test('what is said of a component alone says nothing of what is below it', () => {
  const picks = readPicks([pick('dob', 'branch'), pick('dob', 'one', false)]);
  expect(isPicked(['dob', 'city'], picks)).toBe(false);
  expect(isPicked(permits, picks)).toBe(true);
  expect(isBranchPicked(['dob', 'city'], picks)).toBe(true);
});

test('the order in which decisions were taken changes nothing while none is taken twice', () => {
  const place = fc.constantFrom('permits', 'dob', 'city', 'other');
  const picks = fc.uniqueArray(
    fc.record({
      componentId: place,
      reach: fc.constantFrom<ComponentPick['reach']>('one', 'branch'),
      isIn: fc.boolean(),
    }),
    { selector: ({ componentId, reach }) => `${componentId} ${reach}` },
  );
  fc.assert(
    fc.property(picks, (given) => chosen(permits, ...given) === chosen(permits, ...given.toReversed())),
  );
});
