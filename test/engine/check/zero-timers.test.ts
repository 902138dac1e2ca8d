import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../../engine/index.ts';
import { cycleOf, shortProblems, work } from './given.ts';

const met = { type: 'final' };
const timed = (delay: string, to: string, given: object = {}) => ({ after: [{ delay, to, ...given }] });
const found = (stages: object) =>
  shortProblems(cycleOf({ ...stages, met })).filter((line) => line.includes('CYC-04'));

describe('CYC-04: loops over timers without a delay', () => {
  test.each(['PT0S', 'P0D', 'P0Y0M0DT0H0.000S', '-P2D', '0bd', '-1bd'])('of %s are errors', (delay) => {
    const wait = { ...timed(delay, 'wait'), on: { stopped: [{ to: 'met' }] } };
    expect(found({ wait })).toEqual(['error CYC-04 /stages/wait/after/0 in wait']);
  });

  test('are told with what to do', () => {
    const wait = { ...timed('PT0S', 'wait'), on: { stopped: [{ to: 'met' }] } };
    const problem = checkCycle(cycleOf({ wait, met })).find(({ code }) => code === 'CYC-04');
    expect(problem?.message).toBe(
      'The timer comes due at once, so the loop over "wait" never rests. Give it a delay, or a guard.',
    );
  });

  test('are found over several stages, and through what is passed at once', () => {
    const wait = { ...timed('PT0S', 'look'), on: { stopped: [{ to: 'met' }] } };
    expect(found({ wait, look: timed('P0D', 'wait') })).toEqual([
      'error CYC-04 /stages/wait/after/0 in wait',
    ]);
    expect(found({ wait, look: { always: [{ to: 'wait' }] } })).toEqual([
      'error CYC-04 /stages/wait/after/0 in wait',
    ]);
  });

  test('are found around a whole container', () => {
    const talk = {
      initial: 'ask',
      ...timed('PT0S', 'talk'),
      stages: { ask: work('ask', 'met') },
    };
    expect(found({ talk })).toEqual(['error CYC-04 /stages/talk/after/0 in talk']);
  });

  test.each([
    ['a delay', timed('PT1S', 'wait')],
    ['a guard', timed('PT0S', 'wait', { guard: 'round < 4' })],
    [
      'a timer that leads out before',
      {
        after: [
          { id: 'b', delay: 'PT0S', to: 'wait' },
          { id: 'a', delay: 'PT0S', to: 'met' },
        ],
      },
    ],
    ['no target', { after: [{ delay: 'PT0S', do: [{ do: 'emit', event: 'waited' }] }] }],
    ['a way that is taken before', { ...timed('PT0S', 'wait'), always: [{ to: 'met' }] }],
  ])('with %s are none', (_name, stage) => {
    const wait = { ...stage, on: { stopped: [{ to: 'met' }] } };
    const problems = checkCycle(cycleOf({ wait, met }));
    expect(problems.filter(({ message }) => message.startsWith('The timer comes due at once'))).toEqual([]);
  });
});
