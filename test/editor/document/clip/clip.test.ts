// Copying stages in one cycle and pasting them into another, or into the same one again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../../editor/document/apply-command.ts';
import { clipText, readClip } from '../../../../editor/document/clip/clip-text.ts';
import { copyStages } from '../../../../editor/document/clip/copy-stages.ts';
import { pasteStages } from '../../../../editor/document/clip/paste-stages.ts';
import { absolutePlaceOf } from '../../../../editor/document/layout.ts';
import { listStages } from '../../../../editor/document/stage-tree.ts';
import { listTransitions } from '../../../../editor/document/transitions.ts';
import { type Cycle, checkCycle } from '../../../../engine/index.ts';
import { arbitraryCycle } from '../../../support/arbitrary-cycle.ts';
import { smallCycle } from '../fixture.ts';

const copied = (cycle: Cycle, ...ids: string[]): Cycle => {
  const clip = copyStages(cycle, ids);
  if (!clip) throw new Error(`Nothing is copied of ${ids}.`);
  return clip;
};

function pasted(cycle: Cycle, clip: Cycle, inside: string | null = null, at = { x: 0, y: 400 }) {
  const paste = pasteStages(cycle, clip, inside, at);
  if (!paste) throw new Error('Nothing is pasted.');
  const result = applyCommand(cycle, paste.command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return { ...paste, cycle: result.cycle };
}

const empty: Cycle = {
  schema: 'cycle/1',
  id: 'other',
  name: 'Other',
  initial: 'begin',
  stages: { begin: { name: 'Begin' } },
};

describe('what is copied', () => {
  test('is text that anybody can read and that comes back as it was', () => {
    const clip = copied(smallCycle, 'plan', 'observe');
    expect(readClip(clipText(clip))).toEqual(clip);
    expect(JSON.parse(clipText(clip)).schema).toBe('cycle/1');
  });

  test('holds a container with what is inside, once', () => {
    const clip = copied(smallCycle, 'look', 'observe');
    expect(Object.keys(clip.stages)).toEqual(['observe']);
    expect(clip.layout).toEqual({
      observe: { x: 0, y: 0 },
      watch: { x: 24, y: 64 },
      look: { x: 24, y: 176 },
      before: { x: 24, y: 288 },
    });
  });

  test('keeps the places of stages from different containers to one another', () => {
    const clip = copied(smallCycle, 'plan', 'look');
    expect(clip.layout).toEqual({ plan: { x: 0, y: 0 }, look: { x: 384, y: 176 } });
  });

  test('other text is no clip', () => {
    expect(readClip('hello')).toBeNull();
    expect(readClip('{"schema":"cycle/1"}')).toBeNull();
    expect(copyStages(smallCycle, ['nowhere'])).toBeNull();
  });
});

describe('what is pasted', () => {
  test('into another cycle keeps its ids, names, tasks and the transitions within', () => {
    const { cycle, ids, notes } = pasted(empty, copied(smallCycle, 'plan', 'observe', 'done'));
    expect(ids).toEqual(['plan', 'observe', 'done']);
    expect(notes).toEqual([]);
    expect(cycle.stages).toEqual({ ...empty.stages, ...smallCycle.stages });
    expect(cycle.layout?.plan).toEqual({ x: 0, y: 400 });
    expect(cycle.layout?.done).toEqual({ x: 800, y: 400 });
  });

  test('leaves out what leads to stages that were not copied, and says so', () => {
    const { cycle, notes } = pasted(empty, copied(smallCycle, 'plan'));
    expect(notes).toEqual(['A transition to a stage that was not copied was left out.']);
    expect(listTransitions(cycle).map(({ transition }) => transition.to)).toEqual(['plan']);
  });

  test('into its own cycle gets ids, task keys, events and names of its own', () => {
    const { cycle, ids } = pasted(smallCycle, copied(smallCycle, 'plan', 'observe'));
    expect(ids).toEqual(['plan-2', 'observe-2']);
    expect(cycle.stages['plan-2']).toEqual({
      name: 'Plan 2',
      kind: 'plan',
      tasks: { 'agree-plan-2': { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement' } },
      on: {
        'task.agree-plan-2.completed': [
          { to: 'observe-2', guard: 'result.decision = "agreed"' },
          { to: 'plan-2' },
        ],
      },
    });
    expect(cycle.stages['observe-2']).toMatchObject({
      name: 'Observe 2',
      initial: 'watch-2',
      on: {
        'plan.returned': [{ to: 'plan-2', do: [{ do: 'reschedule', timer: 'observe-2.0', delay: 'P1D' }] }],
      },
    });
    expect(absolutePlaceOf(cycle, 'look-2')).toEqual({ x: 384, y: 576 });
  });

  test('gives timers with an id of their own another, also where they are rescheduled', () => {
    const timed: Cycle = {
      ...empty,
      stages: {
        begin: {
          entry: [{ do: 'reschedule', timer: 'wait', delay: 'P2D' }],
          after: [{ id: 'wait', delay: 'P1D', to: 'begin' }],
        },
      },
    };
    expect(pasted(timed, copied(timed, 'begin')).cycle.stages['begin-2']).toMatchObject({
      entry: [{ do: 'reschedule', timer: 'wait-2', delay: 'P2D' }],
      after: [{ id: 'wait-2', delay: 'P1D', to: 'begin-2' }],
    });
  });

  test('a history stage stands in a container only', () => {
    const clip = copied(smallCycle, 'watch', 'before');
    const outside = pasted(empty, clip);
    expect(outside.ids).toEqual(['watch']);
    expect(outside.notes[0]).toBe('A history stage remembers its container, so it was left out here.');
    expect(pasted(smallCycle, clip, 'observe').ids).toEqual(['watch-2', 'before-2']);
    expect(pasteStages(empty, copied(smallCycle, 'before'), null, { x: 0, y: 0 })).toBeNull();
  });

  test('a stage becomes a container when something is pasted into it', () => {
    expect(pasted(empty, copied(smallCycle, 'done'), 'begin').cycle.stages.begin).toMatchObject({
      initial: 'done',
      stages: { done: { type: 'final', name: 'Done' } },
    });
  });
});

test('any part of any cycle can be pasted anywhere: ids stay unique and every target is there', () => {
  fc.assert(
    fc.property(arbitraryCycle, arbitraryCycle, fc.nat(), fc.boolean(), (from, to, seed, sameCycle) => {
      const target = sameCycle ? from : to;
      const all = listStages(from).map(({ id }) => id);
      const chosen = all.filter((_, index) => (seed >> (index % 30)) % 2 === 0);
      const clip = copyStages(from, chosen);
      const paste = clip && pasteStages(target, clip, null, { x: 0, y: 0 });
      if (!paste) return;
      const { cycle } = pasted(target, copied(from, ...chosen));
      const faults = new Set(
        checkCycle(cycle, { scenarios: false })
          .filter(({ code }) => code.startsWith('DOC-duplicate') || code === 'DOC-target')
          .map(({ code, pointer }) => `${code} ${pointer}`),
      );
      const known = checkCycle(target, { scenarios: false }).map(({ code, pointer }) => `${code} ${pointer}`);
      expect([...faults].filter((fault) => !known.includes(fault))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
