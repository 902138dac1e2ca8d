import { expect, test } from 'vitest';
import { promiseOf, promisesNoNames } from '../../../engine/index.ts';

test('a threshold is never under three, whatever the task says', () => {
  expect(promiseOf({ group: 'peer', threshold: 1 }, 'anonymous').threshold).toBe(3);
  expect(promiseOf({ group: 'report' }, 'confidential').threshold).toBe(3);
  expect(promiseOf({ group: 'customer' }, 'anonymous').threshold).toBe(4);
  expect(promiseOf({ group: 'peer', threshold: 6 }, 'anonymous').threshold).toBe(6);
});

test('the manager and oneself are known; the others answer under the promise of the launch', () => {
  expect(promiseOf({ group: 'manager' }, 'anonymous').anonymity).toBe('named');
  expect(promiseOf({ group: 'self' }, 'anonymous').anonymity).toBe('named');
  expect(promiseOf({ group: 'peer' }, 'confidential').anonymity).toBe('confidential');
  expect(promiseOf({ group: 'peer', named: true }, 'anonymous').anonymity).toBe('named');
});

test('a launch cannot name those to whom a task promises that it does not', () => {
  expect(promisesNoNames([{ group: 'manager' }, { group: 'peer', named: true }])).toBe(false);
  expect(promisesNoNames([{ group: 'manager' }, { group: 'report', threshold: 3 }])).toBe(true);
});
