// What shows a problem, as a way that is drawn on the canvas with its steps numbered, and in words. Pure.
import type { Cycle, Problem, StageId } from '../../engine/index.ts';
import type { PlanOverlay } from '../canvas/flow/overlay.ts';
import { findStage, listStages, nameOf } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { leadingTo, shortestWayTo, type WayStep } from './stage-ways.ts';

export interface Way {
  title: string;
  words: string;
  overlay: PlanOverlay;
}

const namesOf = (cycle: Cycle) => (id: StageId) => {
  const placed = findStage(cycle, id);
  return placed ? nameOf(id, placed.stage) : id;
};

const arrows = (cycle: Cycle, ids: readonly StageId[]): string => ids.map(namesOf(cycle)).join(' → ');

const numbered = (stages: readonly StageId[]): PlanOverlay['visited'] =>
  stages.map((stage, index) => ({ stage, order: index + 1 }));

/** The pointers of a lasso are stages and transitions in turn. */
function split(cycle: Cycle, pointers: readonly string[]): { stages: StageId[]; transitions: string[] } {
  const byPointer = new Map(listStages(cycle).map(({ pointer, id }) => [pointer, id]));
  return {
    stages: pointers.flatMap((pointer) => byPointer.get(pointer) ?? []),
    transitions: pointers.filter((pointer) => !byPointer.has(pointer)),
  };
}

function lassoWay(cycle: Cycle, lasso: NonNullable<Problem['lasso']>): Way {
  const [stem, loop] = [split(cycle, lasso.stem), split(cycle, lasso.loop)];
  const round = [...loop.stages, ...loop.stages.slice(0, 1)];
  return {
    title: t('A way round without end'),
    words:
      stem.stages.length > 0
        ? t('{there}, then round and round: {loop}. Nothing ends it.', {
            there: arrows(cycle, [...stem.stages, ...loop.stages.slice(0, 1)]),
            loop: arrows(cycle, round),
          })
        : t('round and round: {loop}. Nothing ends it.', { loop: arrows(cycle, round) }),
    overlay: {
      active: loop.stages.slice(0, 1),
      visited: numbered([...stem.stages, ...round]),
      transitions: [...stem.transitions, ...loop.transitions],
      lit: loop.transitions,
    },
  };
}

function unreachableWay(cycle: Cycle, stage: StageId): Way {
  const name = namesOf(cycle);
  const leading = leadingTo(cycle, stage);
  const from = [...new Set(leading.flatMap((each) => each.from ?? []))];
  const words =
    from.length === 0
      ? t('No transition leads to {name}.', { name: name(stage) })
      : t(
          'Only {from} {count, plural, one {leads} other {lead}} to {name}, and no plan comes there either.',
          {
            from: from.map(name).join(t(' and ')),
            count: from.length,
            name: name(stage),
          },
        );
  return {
    title: t('No way leads here'),
    words,
    overlay: {
      active: [stage],
      visited: [],
      transitions: leading.map(({ by }) => by),
      lit: leading.map(({ by }) => by),
    },
  };
}

const overlayOf = (steps: readonly WayStep[], stage: StageId): PlanOverlay => {
  const transitions = steps.flatMap(({ by }) => by ?? []);
  return {
    active: [stage],
    visited: numbered(steps.map((step) => step.stage)),
    transitions,
    lit: transitions.slice(-1),
  };
};

const valueWords = (counterexample: NonNullable<Problem['counterexample']>): string =>
  Object.entries(counterexample)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(', ');

/** Where it stands may be a container; a plan stands in what is inside. */
function waysTo(cycle: Cycle, stage: StageId): { title: string; steps: WayStep[] } | null {
  const steps = shortestWayTo(cycle, stage);
  return (
    steps && {
      title: arrows(
        cycle,
        steps.map((step) => step.stage),
      ),
      steps,
    }
  );
}

/** Null for a problem that no way shows. */
export function wayOfProblem(cycle: Cycle, problem: Problem): Way | null {
  const { code, pointer, stage, lasso, counterexample, message } = problem;
  if (lasso) return lassoWay(cycle, lasso);
  const placed = stage === null ? null : findStage(cycle, stage);
  if (stage === null || placed === null) return null;
  // A plan that waits in silence does so in the stage itself; other findings of the code are about tasks.
  const isOfWays = code === 'CYC-01' || (code === 'CYC-02' && pointer === placed.pointer);
  if (!isOfWays && counterexample === undefined) return null;
  const way = waysTo(cycle, stage);
  if (way === null) return unreachableWay(cycle, stage);
  const overlay = overlayOf(way.steps, stage);
  if (counterexample !== undefined)
    return {
      title: t('An example that shows it'),
      words: t('{title}. There, with {value}: {message}', {
        title: way.title,
        value: valueWords(counterexample),
        message,
      }),
      overlay,
    };
  return { title: t('The way to it'), words: `${way.title}. ${message}`, overlay };
}
