// The sample cycles as documents: sound, in canonical form, and laid out so that nothing lies over anything.
import { describe, expect, test } from 'vitest';
import { checkCycle } from '../../engine/check/check-cycle.ts';
import {
  type Cycle,
  type CycleTask,
  cycleSchema,
  formatCycle,
  purposeOf,
  releaseRules,
  type Stage,
  type Stages,
} from '../../engine/index.ts';
import { readCycle, readSample, sampleCycleFiles, sampleText } from '../support/sample-cycles.ts';

interface Box {
  id: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const stageSize = { width: 208, height: 64 };
const header = 40;
const padding = 24;
const roomForLabels = 120;

const stagesIn = (stage: Stage): Stages | null => ('stages' in stage ? stage.stages : null);

const tasksIn = (cycle: Cycle, id: string): CycleTask[] =>
  families(cycle.stages)
    .flatMap((stages) => Object.entries(stages))
    .flatMap(([key, stage]) => (key === id && 'tasks' in stage ? Object.values(stage.tasks ?? {}) : []));

/** A container is as large as what it holds. */
function boxOf(cycle: Cycle, id: string, stage: Stage): Box {
  const place = cycle.layout?.[id];
  if (!place) throw new Error(`${cycle.id} has no place for "${id}".`);
  const inner = stagesIn(stage);
  const boxes = inner ? boxesIn(cycle, inner) : [];
  const width = inner ? Math.max(...boxes.map((box) => box.right)) + padding : stageSize.width;
  const height = inner ? Math.max(...boxes.map((box) => box.bottom)) + padding : stageSize.height;
  return { id, left: place.x, top: place.y, right: place.x + width, bottom: place.y + height };
}

const boxesIn = (cycle: Cycle, stages: Stages): Box[] =>
  Object.entries(stages).map(([id, stage]) => boxOf(cycle, id, stage));

/** The siblings of every container, and of the whole. */
const families = (stages: Stages): Stages[] => [
  stages,
  ...Object.values(stages).flatMap((stage) => families(stagesIn(stage) ?? {})),
];

const apart = (a: Box, b: Box): { x: number; y: number } => ({
  x: Math.max(a.left - b.right, b.left - a.right),
  y: Math.max(a.top - b.bottom, b.top - a.bottom),
});

function pairs(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).map((b): [Box, Box] => [a, b]));
}

const stageCount = (stages: Stages): number =>
  Object.values(stages).reduce((sum, stage) => sum + 1 + stageCount(stagesIn(stage) ?? {}), 0);

test('the loop of the organisation, a quarterly review and a probation come along', () => {
  expect(sampleCycleFiles).toEqual([
    'organisation-loop.cycle.json',
    'probation.cycle.json',
    'quarterly-okr.cycle.json',
  ]);
});

describe.each(sampleCycleFiles)('%s', (file) => {
  const cycle = readCycle(file);

  test('is a cycle/1 document named after its file', () => {
    expect(cycleSchema.parse(readSample(file))).toEqual(cycle);
    expect(`${cycle.id}.cycle.json`).toBe(file);
  });

  test('is stored in canonical form', () => {
    expect(formatCycle(cycle)).toBe(sampleText(file));
  });

  test('has neither an error nor a warning', () => {
    expect(checkCycle(cycle).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('releases what it rates, and asks whom it is about to sign it', () => {
    const { ratings, released } = releaseRules(cycle);
    const signatures = [...released].filter((id) =>
      tasksIn(cycle, id).some((task) => task.assignee === 'owner' && purposeOf(task) === 'acknowledgement'),
    );
    expect(ratings.size === 0 || signatures.length > 0).toBe(true);
  });

  test('gives every stage a name and a place, and places nothing else', () => {
    const all = families(cycle.stages).flatMap((stages) => Object.entries(stages));
    expect(all.filter(([, stage]) => !stage.name).map(([id]) => id)).toEqual([]);
    expect(Object.keys(cycle.layout ?? {}).sort()).toEqual(all.map(([id]) => id).sort());
  });

  test('lays stages on the grid, inside their container, with room for labels between them', () => {
    for (const stages of families(cycle.stages)) {
      const crowded = pairs(boxesIn(cycle, stages)).filter(([a, b]) => {
        const gap = apart(a, b);
        return gap.x < roomForLabels && gap.y < padding;
      });
      expect(crowded).toEqual([]);
    }
    const inner = Object.values(cycle.stages).flatMap((stage) => families(stagesIn(stage) ?? {}));
    const placed = inner.flatMap((stages) => boxesIn(cycle, stages));
    expect(placed.filter((box) => box.left < padding || box.top < header + padding)).toEqual([]);
    const places = Object.values(cycle.layout ?? {});
    expect(places.filter(({ x, y }) => x % 4 !== 0 || y % 4 !== 0)).toEqual([]);
    expect(places).toHaveLength(stageCount(cycle.stages));
  });

  test('says to a manager what each task asks and when it is due', () => {
    const tasks = families(cycle.stages).flatMap((stages) =>
      Object.values(stages).flatMap((stage) => Object.entries('tasks' in stage ? (stage.tasks ?? {}) : {})),
    );
    expect(tasks.filter(([, task]) => !task.due?.endsWith('bd')).map(([key]) => key)).toEqual([]);
    expect(tasks.filter(([, task]) => !task.title.includes(' ')).map(([key]) => key)).toEqual([]);
  });

  test('counts in the budget what an approval says that a reward costs', () => {
    const asksForAmount = (stage: Stage) =>
      'tasks' in stage && Object.values(stage.tasks ?? {}).some(({ form }) => form === 'reward');
    const deciding = families(cycle.stages).flatMap((stages) => Object.values(stages).filter(asksForAmount));
    const rewards = deciding.flatMap((stage) =>
      'on' in stage
        ? Object.values(stage.on ?? {}).flatMap((ways) => ways.flatMap((way) => way.do ?? []))
        : [],
    );
    for (const action of rewards)
      if (action.do === 'reward') expect(action).toMatchObject({ amount: 'result.amount' });
  });
});
