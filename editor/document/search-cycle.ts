// Finds what a designer looks for in a cycle: stages by name, tasks by title and owner, transitions by event and guard.
import type { Cycle, StageId } from '../../engine/index.ts';
import { t } from '../language/say.ts';
import { pointer } from './pointer.ts';
import { findStage, isWaiting, listStages, nameOf, type PlacedStage } from './stage-tree.ts';
import { listTransitions, type PlacedTransition } from './transitions.ts';
import { triggerWords } from './words.ts';

export interface Found {
  /** JSON Pointer of the field that matched. */
  pointer: string;
  /** The stage that it is in, or that a transition leaves; null for the whole cycle. */
  stage: StageId | null;
  /** The JSON Pointer of the transition, when it is one. */
  transition: string | null;
  /** What was found, in words. */
  words: string;
}

type Holds = (...texts: (string | undefined)[]) => boolean;

/** In document order; every word must be in the same place. */
export function searchCycle(cycle: Cycle, text: string): Found[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const holds: Holds = (...texts) => {
    const all = texts
      .filter((each) => each !== undefined)
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => all.includes(word));
  };
  const transitions = listTransitions(cycle);
  const inStages = listStages(cycle).flatMap((placed) => [
    ...inStage(placed, holds),
    ...transitions
      .filter(({ at }) => at.stage === placed.id)
      .flatMap((each) => inTransition(cycle, each, holds)),
  ]);
  const everywhere = transitions.filter(({ at }) => at.stage === null);
  return [...inStages, ...everywhere.flatMap((each) => inTransition(cycle, each, holds))];
}

function inStage({ id, stage, pointer: place }: PlacedStage, holds: Holds): Found[] {
  const name = nameOf(id, stage);
  const about = { stage: id, transition: null };
  const named = holds(name, id)
    ? [{ ...about, pointer: place + pointer('name'), words: t('Stage {name}', { name }) }]
    : [];
  const tasks = isWaiting(stage) ? Object.entries(stage.tasks ?? {}) : [];
  const found = tasks
    .filter(([key, task]) => holds(task.title, key, task.assignee))
    .map(([key, task]) => ({
      ...about,
      pointer: place + pointer('tasks', key, 'title'),
      words: t('Task “{title}” of {assignee}, in {name}', {
        title: task.title,
        assignee: task.assignee,
        name,
      }),
    }));
  return [...named, ...found];
}

function inTransition(cycle: Cycle, placed: PlacedTransition, holds: Holds): Found[] {
  const { at, trigger, transition, pointer: place } = placed;
  const event = trigger.kind === 'event' ? trigger.event : undefined;
  const when = triggerWords(trigger);
  const isGuard = holds(transition.guard);
  if (!isGuard && !holds(event, when, transition.description)) return [];
  const from = at.stage === null ? t('any stage') : named(cycle, at.stage);
  const way =
    transition.to === undefined
      ? t('Transition from {from}: {when}', { from, when })
      : t('Transition from {from} to {to}: {when}', { from, to: named(cycle, transition.to), when });
  return [
    {
      pointer: place + (isGuard ? pointer('guard') : ''),
      stage: at.stage,
      transition: place,
      words: isGuard ? t('{way}, only if {guard}', { way, guard: transition.guard }) : way,
    },
  ];
}

function named(cycle: Cycle, id: StageId): string {
  const placed = findStage(cycle, id);
  return placed ? nameOf(id, placed.stage) : id;
}
