import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { mergeCycles } from '../../../editor/document/merge/merge-cycles.ts';
import { mergeNames } from '../../../editor/document/merge/merge-list.ts';
import { findStage } from '../../../editor/document/stage-tree.ts';
import { type Cycle, formatCycle, parseCycle, structuralFaults } from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { arbitraryEdits, editCycle } from '../../support/edit-cycle.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const base = readCycle('quarterly-okr.cycle.json');

function edited(cycle: Cycle, ...commands: Command[]): Cycle {
  return commands.reduce((before, command) => {
    const result = applyCommand(before, command);
    if (result.kind === 'refused') throw new Error(result.reason);
    return result.cycle;
  }, cycle);
}

const rename = (stage: string, name: string): Command => ({ type: 'rename-stage', stage, name });
const addStage = (id: string, inside: string | null = null): Command => ({
  type: 'add-stage',
  id,
  name: id,
  kind: null,
  stageType: 'atomic',
  inside,
  at: { x: 0, y: 900 },
});
const lead = (from: string, to: string): Command => ({
  type: 'add-transition',
  from,
  trigger: { kind: 'event', event: 'went.on' },
  transition: { to },
});
const nameIn = (cycle: Cycle, id: string) => findStage(cycle, id)?.stage.name;
const isSound = (cycle: Cycle): boolean =>
  parseCycle(JSON.parse(JSON.stringify(cycle))).kind === 'parsed' && structuralFaults(cycle).length === 0;

const sides = fc
  .tuple(arbitraryCycle, arbitraryEdits(3), arbitraryEdits(3))
  .map(([start, mine, theirs]) => ({
    base: start,
    mine: editCycle(start, mine),
    theirs: editCycle(start, theirs),
  }))
  .filter((each) => structuralFaults(each.base).length === 0);

describe('any edits of any cycle', () => {
  test('merge with nothing to what they made', () => {
    fc.assert(
      fc.property(sides, ({ base: start, mine }) => {
        expect(mergeCycles({ base: start, mine, theirs: start })).toEqual({ cycle: mine, conflicts: [] });
        expect(mergeCycles({ base: start, mine: start, theirs: mine })).toEqual({
          cycle: mine,
          conflicts: [],
        });
        expect(mergeCycles({ base: start, mine, theirs: mine })).toEqual({ cycle: mine, conflicts: [] });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('merge to a sound cycle, whatever is chosen', () => {
    fc.assert(
      fc.property(sides, fc.boolean(), (each, mineFirst) => {
        const first = mergeCycles(each);
        expect(isSound(first.cycle)).toBe(true);
        const choices = new Map(
          first.conflicts.map(
            ({ key }, index) => [key, (index % 2 === 0) === mineFirst ? 'mine' : 'theirs'] as const,
          ),
        );
        expect(isSound(mergeCycles(each, choices).cycle)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('merge to the same for both people when nothing is in conflict', () => {
    fc.assert(
      fc.property(sides, ({ base: start, mine, theirs }) => {
        const [here, there] = [
          mergeCycles({ base: start, mine, theirs }),
          mergeCycles({ base: start, mine: theirs, theirs: mine }),
        ];
        expect(here.conflicts.length === 0).toBe(there.conflicts.length === 0);
        if (here.conflicts.length === 0) expect(formatCycle(here.cycle)).toBe(formatCycle(there.cycle));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('edits of different things are all in the result', () => {
  const cases: [string, Command[], Command[]][] = [
    ['two stages renamed', [rename('retro', 'Look back')], [rename('objectives', 'Aims')]],
    [
      'a name and a place of one stage',
      [rename('retro', 'Look back')],
      [{ type: 'move-stage', stage: 'retro', to: { x: 9, y: 9 } }],
    ],
    [
      'a stage renamed and put into another',
      [rename('retro', 'Look back')],
      [addStage('around'), { type: 'move-into', stage: 'retro', inside: 'around', to: { x: 0, y: 0 } }],
    ],
    ['a stage from each', [addStage('mine')], [addStage('theirs')]],
    ['a transition of one event from each', [lead('retro', 'objectives')], [lead('retro', 'cancelled')]],
  ];
  test.each(cases)('%s', (_title, ours, others) => {
    const [mine, theirs] = [edited(base, ...ours), edited(base, ...others)];
    const merged = mergeCycles({ base, mine, theirs });
    expect(merged.conflicts).toEqual([]);
    const sorted = (cycle: Cycle) => JSON.stringify(cycle).split('').toSorted().join('');
    expect(sorted(merged.cycle)).toBe(sorted(edited(mine, ...others)));
  });
});

test('a field that both changed is in conflict, and either can be taken', () => {
  const each = {
    base,
    mine: edited(base, rename('retro', 'Look back'), rename('objectives', 'Aims')),
    theirs: edited(base, rename('retro', 'Look forward')),
  };
  const { cycle, conflicts } = mergeCycles(each);
  expect(conflicts).toEqual([
    {
      key: 'stages/retro/name',
      kind: 'field',
      stage: 'retro',
      path: ['name'],
      base: 'Learn',
      mine: 'Look back',
      theirs: 'Look forward',
    },
  ]);
  expect(nameIn(cycle, 'retro')).toBe('Look back');
  const other = mergeCycles(each, new Map([['stages/retro/name', 'theirs']])).cycle;
  expect(nameIn(other, 'retro')).toBe('Look forward');
  expect(nameIn(other, 'objectives')).toBe('Aims');
});

test('a stage that one took away and the other led to is asked for', () => {
  const mine = edited(base, { type: 'remove-stage', stage: 'retro' });
  const theirs = edited(base, lead('objectives', 'retro'));
  const each = { base, mine, theirs };
  const gone = mergeCycles(each);
  expect(gone.conflicts).toMatchObject([{ kind: 'removal', stage: 'retro' }]);
  expect(gone.cycle.stages.retro).toBeUndefined();
  expect(JSON.stringify(gone.cycle.stages)).not.toContain('"retro"');
  const kept = mergeCycles(each, new Map([['removal retro', 'theirs']])).cycle;
  expect(formatCycle(kept)).toBe(formatCycle(theirs));
});

test('a stage that became an end takes no task from the other', () => {
  const mine = edited(base, { type: 'set-type', stage: 'retro', stageType: 'final' });
  const theirs = edited(base, {
    type: 'set-task',
    stage: 'retro',
    key: 'more',
    task: { title: 'More', assignee: 'owner', form: 'feedback' },
  });
  const merged = mergeCycles({ base, mine, theirs });
  expect(merged.conflicts.map(({ stage }) => stage)).toContain('retro');
  expect(isSound(merged.cycle)).toBe(true);
  const other = mergeCycles(
    { base, mine, theirs },
    new Map(merged.conflicts.map(({ key }) => [key, 'theirs'])),
  );
  expect(formatCycle(other.cycle)).toBe(formatCycle(theirs));
});

test('a name that both changed stands in one order, whoever merges', () => {
  expect(mergeNames(['a', 't'], ['a', 'mine'], ['a', 'theirs'])).toEqual(['a', 't', 'mine', 'theirs']);
  expect(mergeNames(['a', 't'], ['a', 'theirs'], ['a', 'mine'])).toEqual(['a', 't', 'mine', 'theirs']);
});
