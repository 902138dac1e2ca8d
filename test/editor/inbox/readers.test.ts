import { expect, test } from 'vitest';
import { readersOf } from '../../../editor/inbox/readers.ts';

const of = (readBy: Parameters<typeof readersOf>[0]['readBy'], promise: object | null = null) =>
  readersOf({ readBy, promise: promise as never, componentName: 'Permits' });

test('a form says who reads what is written into it', () => {
  expect(of('plan')).toBe('Those who see the plan read it.');
  expect(of('plan-once-released')).toBe(
    'Those who see the plan read it; whom it is about, once it is released.',
  );
  expect(of('those-in-plan')).toBe('Those who work in this plan read it, and nobody above them.');
});

test('what changes the plan itself says nothing of readers', () => {
  expect(of(null)).toBe(null);
});

test('raters are told their promise, whatever form they answer in', () => {
  expect(of(null, { anonymity: 'anonymous', threshold: 3 })).toBe(
    'It is read without your name, together with at least 2 others, or by nobody. Nobody learns who said it.',
  );
  expect(of(null, { anonymity: 'confidential', threshold: 4 })).toContain('HR can look up who said it');
  expect(of(null, { anonymity: 'named', threshold: 1 })).toContain('it is read with your name');
});
