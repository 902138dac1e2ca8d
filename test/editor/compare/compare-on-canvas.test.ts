import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { compareOnCanvas } from '../../../editor/compare/compare-on-canvas.ts';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { listStages } from '../../../editor/document/stage-tree.ts';
import { listTransitions } from '../../../editor/document/transitions.ts';
import { type Cycle, compareCycles, parseCycle } from '../../../engine/index.ts';
import { arbitraryEdits, editCycle } from '../../support/edit-cycle.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

const edited = (cycle: Cycle, ...commands: Command[]): Cycle =>
  commands.reduce((next, command) => {
    const result = applyCommand(next, command);
    if (result.kind === 'refused') throw new Error(result.reason);
    return result.cycle;
  }, cycle);

const looks = (old: Cycle, other: Cycle) =>
  compareOnCanvas(old, other).changes.map(({ id, look }) => [id, look]);

const gone = edited(smallCycle, { type: 'remove-stage', stage: 'observe' });

test('two versions that say the same have no changes and no marks', () => {
  const { changes, marks, cycle, behavesAlike } = compareOnCanvas(smallCycle, smallCycle);
  expect({ changes, marks, behavesAlike }).toEqual({
    changes: [],
    marks: { stages: {}, transitions: {} },
    behavesAlike: true,
  });
  expect(cycle).toBe(smallCycle);
});

test('a stage that is gone is a ghost in its own place, with all that was in it and led out of it', () => {
  const { cycle, marks, changes } = compareOnCanvas(smallCycle, gone);
  expect(marks.stages).toMatchObject({
    observe: 'removed',
    watch: 'removed',
    look: 'removed',
    before: 'removed',
  });
  const { stages } = toFlow(cycle);
  const before = toFlow(smallCycle).stages;
  for (const id of ['observe', 'watch', 'look'])
    expect(stages.find((stage) => stage.id === id)?.box).toEqual(
      before.find((stage) => stage.id === id)?.box,
    );
  const out = listTransitions(cycle).filter(({ at }) => at.stage === 'observe');
  expect(out.map(({ pointer }) => marks.transitions[pointer])).toEqual(['removed', 'removed']);
  // What led there is gone by itself: it is a change of the stage that is still there.
  const into = changes.find(({ thing }) => thing.kind === 'transition' && thing.to === 'observe');
  expect(into).toMatchObject({ look: 'removed', title: 'Plan → Observe, agree plan done' });
});

test('what was removed one way is added the other way', () => {
  const there = looks(smallCycle, gone).filter(([, look]) => look === 'removed');
  const { marks } = compareOnCanvas(gone, smallCycle);
  expect(there.length).toBeGreaterThan(0);
  expect(marks.stages).toMatchObject({ observe: 'added', watch: 'added', look: 'added' });
});

test('a ghost covers nothing that has come into its place', () => {
  const moved = edited(gone, { type: 'move-stage', stage: 'done', to: { x: 380, y: 40 } });
  const { cycle } = compareOnCanvas(smallCycle, moved);
  const top = toFlow(cycle).stages.filter(({ parent, type }) => parent === null && type !== 'any');
  const [ghost, other] = ['observe', 'done'].map((id) => top.find((stage) => stage.id === id)?.box);
  const apart = !ghost || !other || ghost.y >= other.y + other.height || other.y >= ghost.y + ghost.height;
  expect(apart).toBe(true);
});

test('a change of a guard stands at its transition, also when the guard is taken away', () => {
  const at = {
    stage: 'plan',
    list: { kind: 'event', event: 'task.agree-plan.completed' },
    index: 0,
  } as const;
  const without = edited(smallCycle, { type: 'set-transition', at, patch: { guard: undefined } });
  const id = '/stages/plan/on/task.agree-plan.completed/0';
  const [change] = compareOnCanvas(smallCycle, without).changes;
  expect(change).toMatchObject({ id, look: 'changed', aspect: 'behaviour' });
  expect(change?.differences[0]).toMatchObject({
    field: 'guard',
    before: 'result.decision = "agreed"',
    after: null,
  });
  expect(looks(without, smallCycle)).toEqual([[id, 'changed']]);
});

test('a stage that is only drawn elsewhere is apart from the rest', () => {
  const moved = edited(smallCycle, { type: 'move-stage', stage: 'done', to: { x: 900, y: 200 } });
  const { changes, behavesAlike } = compareOnCanvas(smallCycle, moved);
  expect(changes.map(({ id, look, aspect }) => [id, look, aspect])).toEqual([
    ['stage.done', 'moved', 'layout'],
  ]);
  expect(behavesAlike).toBe(true);
});

test('a name alone is a change of words', () => {
  const named = edited(smallCycle, { type: 'rename-stage', stage: 'plan', name: 'Agree' });
  const { changes } = compareOnCanvas(smallCycle, named);
  expect(changes).toMatchObject([{ id: 'stage.plan', look: 'changed', aspect: 'wording', title: 'Agree' }]);
});

test('every difference is found at one change, and every change at something that is drawn', () => {
  const sample = fc.constantFrom(...sampleCycleFiles);
  fc.assert(
    fc.property(sample, arbitraryEdits(), (file, edits) => {
      const old = readCycle(file);
      const other = editCycle(old, edits);
      const { changes, cycle, marks } = compareOnCanvas(old, other);
      const told = changes.flatMap(({ differences }) => differences);
      const all = compareCycles(old, other);
      const ownPlace = all.filter(({ kind, stage }) => kind === 'layout-changed' && stage !== null);
      expect(told.length).toBeGreaterThanOrEqual(all.length - ownPlace.length);
      const stages = new Set(listStages(cycle).map(({ id }) => id));
      const transitions = new Set(listTransitions(cycle).map(({ pointer }) => pointer));
      for (const id of Object.keys(marks.stages)) expect(stages).toContain(id);
      for (const pointer of Object.keys(marks.transitions)) expect(transitions).toContain(pointer);
      for (const { id } of listStages(old))
        expect(stages.has(id) || all.some(({ before }) => before === id)).toBe(true);
      expect(() => toFlow(cycle)).not.toThrow();
      expect(parseCycle(other).kind).toBe('parsed');
    }),
    { numRuns: 60 },
  );
});
