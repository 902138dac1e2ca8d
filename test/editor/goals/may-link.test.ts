import { describe, expect, test } from 'vitest';
import {
  type CascadeLine,
  hasLinks,
  servedIn,
  whyNotChanged,
  whyNotLinked,
} from '../../../editor/goals/cascade/may-link.ts';

/** As a line of the cascade: the ids from the top down, and the components above its own. */
const line = (key: string, above: string[], given: Partial<CascadeLine> = {}): CascadeLine => {
  const id = key.split(' ').at(-1) ?? '';
  return {
    ...{ key, goal: { id, title: `The goal ${id}` }, component: { id: 'parks', name: 'Parks' }, above },
    ...{ level: key.split(' ').length, link: null, isOrphan: false, isHollow: false },
    ...{ mayChange: true, judgesReader: false },
    ...given,
  };
};
const city = { component: { id: 'city', name: 'City' } };
const clean = line('clean', [], city);
const safe = line('safe', [], city);
const prune = line('safe prune', ['city']);
const mow = line('mow', ['city']);
const lines = [clean, safe, prune, mow];

describe('a goal is linked', () => {
  test.for([
    ['to one of a component above', mow, safe],
    ['to a second one as well', prune, clean],
  ] as const)('%s', ([, goal, onto]) => {
    expect(whyNotLinked(goal, onto, lines)).toBeNull();
  });

  test.for([
    ['to itself', mow, mow, 'A goal cannot serve itself.'],
    [
      'to one that serves it',
      safe,
      prune,
      '“The goal prune” serves “The goal safe”: they would go in a circle.',
    ],
    ['to one that it serves', prune, safe, 'It serves “The goal safe” already; its menu changes that link.'],
    [
      'to one beside it',
      mow,
      prune,
      'A goal serves goals of components above its own; Parks is not above Parks.',
    ],
    [
      'by whom a plan judges by it',
      line('mow', ['city'], { mayChange: false, judgesReader: true }),
      safe,
      'A plan that goes on judges you by these goals: propose changes in your task of the plan, or ask your manager or HR.',
    ],
    [
      'by who only reads it',
      line('mow', ['city'], { mayChange: false }),
      safe,
      'Goals of Parks are changed by its managers and HR.',
    ],
  ] as const)('but not %s', ([, goal, onto, reason]) => {
    expect(whyNotLinked(goal, onto, lines)).toBe(reason);
  });

  test('and a circle is seen however many stand between', () => {
    const deep = line('safe prune trim', ['city', 'parks']);
    expect(whyNotLinked(safe, deep, [...lines, deep])).toContain('in a circle');
  });
});

test('a goal that stands twice is dropped by either line, and is served by both', () => {
  const twice = [clean, safe, prune, line('clean prune', ['city'])];
  expect(twice.map(servedIn)).toEqual([undefined, undefined, 'safe', 'clean']);
  expect(whyNotLinked(prune, clean, twice)).toContain('already');
});

test('where nothing stands above and nothing is served there is nothing to link', () => {
  expect([clean, prune, mow, line('safe old', [])].map(hasLinks)).toEqual([false, true, true, true]);
  expect(whyNotChanged(mow)).toBeNull();
});
