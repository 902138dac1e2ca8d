// What a decision that is an expression can give is what its branches write out: guards over it are complete or not.
import { expect, test } from 'vitest';
import { checkCycle } from '../../../engine/index.ts';
import { cycle, end, wait } from './corpus/build.ts';

const errorsWith = (text: string, type?: string): string[] =>
  checkCycle(
    cycle(
      {
        choose: {
          always: [
            { to: 'help', guard: 'what = "help"' },
            { to: 'done', guard: 'what = "none"' },
          ],
        },
        help: wait('P1D', 'done'),
        done: end('met'),
      },
      { decisions: { what: { type, logic: { kind: 'expression', text } } } },
    ),
  )
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

test('guards over all that the branches give are complete', () => {
  expect(errorsWith('if component.kind = "team" then "help" else "none"')).toEqual([]);
  expect(errorsWith('if score < 50 then "help" else "none"', 'string')).toEqual([]);
  expect(
    errorsWith('if round > 2 then "help" else if component.kind = "team" then "help" else "none"'),
  ).toEqual([]);
});

test('a branch that no guard asks for, or that is null or not written out, leaves a gap', () => {
  expect(errorsWith('if component.kind = "team" then "help" else "more"')).toContain('CYC-03');
  expect(errorsWith('if component.kind = "team" then "help" else null')).toContain('CYC-03');
  expect(errorsWith('if component.kind = "team" then "help" else component.name')).toContain('CYC-03');
  expect(errorsWith('if component.kind = "team" then "help" else "none"', 'number')).toContain('CYC-03');
});
