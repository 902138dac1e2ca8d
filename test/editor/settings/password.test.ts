import { expect, test } from 'vitest';
import { passwordProblem } from '../../../editor/settings/password.ts';

test('a password has twelve characters at least', () => {
  expect([passwordProblem('elevenchars'), passwordProblem('twelve-chars')]).toEqual([
    'Use at least 12 characters.',
    null,
  ]);
});
