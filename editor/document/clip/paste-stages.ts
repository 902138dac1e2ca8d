// Stages from a clip as stages of this cycle: ids, keys and names of their own; what led elsewhere is left out.
import { type Action, type Cycle, renameInCycle, type StageId } from '../../../engine/index.ts';
import { t } from '../../language/say.ts';
import type { CommandOf, Point } from '../command.ts';
import { freshName, stageIds, taskKeys, uniqueId } from '../make-id.ts';
import { withoutTargets } from '../stage-commands.ts';
import { isWaiting, listStages, mapStages, patched, stagesBeside } from '../stage-tree.ts';
import { listTransitions, mapTransitions } from '../transitions.ts';

export interface Pasted {
  command: CommandOf<'add-stages'>;
  /** The outermost ones. */
  ids: StageId[];
  /** What was left out, each a sentence for the designer. */
  notes: string[];
}

/** `at` is the corner, counted from the container. Null when nothing of the clip can stand there. */
export function pasteStages(cycle: Cycle, clip: Cycle, inside: StageId | null, at: Point): Pasted | null {
  const fitting = inside === null ? withoutHistory(clip) : clip;
  const renamed = renameTimers(cycle, renameInCycle(fitting, freshNames(cycle, fitting)));
  const linked = withoutLostCompany(withoutTargets(renamed, strangersIn(renamed)));
  const ids = Object.keys(linked.stages);
  if (ids.length === 0) return null;
  return {
    command: {
      type: 'add-stages',
      stages: namedAnew(cycle, linked, inside),
      layout: placedAt(linked, at),
      inside,
    },
    ids,
    notes: [
      ...histories(Object.keys(clip.stages).length - ids.length),
      ...strays(listTransitions(renamed).length - listTransitions(linked).length),
    ],
  };
}

const histories = (count: number): string[] =>
  count === 0 ? [] : [t('A history stage remembers its container, so it was left out here.')];

function strays(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? t('A transition to a stage that was not copied was left out.')
      : t('{count} transitions to stages that were not copied were left out.', { count }),
  ];
}

function withoutHistory(clip: Cycle): Cycle {
  const stages = Object.entries(clip.stages).filter(([, stage]) => stage.type !== 'history');
  return { ...clip, stages: Object.fromEntries(stages) };
}

function freshIds(wanted: Iterable<string>, taken: Iterable<string>): Map<string, string> {
  const used = new Set(taken);
  const fresh = new Map<string, string>();
  for (const id of wanted) {
    const own = uniqueId(id, used);
    used.add(own);
    fresh.set(id, own);
  }
  return fresh;
}

const freshNames = (cycle: Cycle, clip: Cycle) => ({
  stages: freshIds(stageIds(clip), stageIds(cycle)),
  tasks: freshIds(taskKeys(clip), taskKeys(cycle)),
});

const timerIds = (cycle: Cycle): string[] =>
  listStages(cycle).flatMap(({ stage }) =>
    isWaiting(stage) ? (stage.after ?? []).flatMap(({ id }) => id ?? []) : [],
  );

/** Timers with an id of their own get another where it is taken, and so does what reschedules them. */
function renameTimers(cycle: Cycle, clip: Cycle): Cycle {
  const fresh = freshIds(timerIds(clip), timerIds(cycle));
  const timer = (id: string): string => fresh.get(id) ?? id;
  const inActions = (actions: readonly Action[]): Action[] =>
    actions.map((action) =>
      action.do === 'reschedule' ? { ...action, timer: timer(action.timer) } : action,
    );
  const stages = mapStages(clip.stages, (stage) =>
    stage.type === 'history'
      ? stage
      : {
          ...stage,
          ...(stage.entry && { entry: inActions(stage.entry) }),
          ...(stage.exit && { exit: inActions(stage.exit) }),
        },
  );
  return mapTransitions({ ...clip, stages }, (transition) => ({
    ...transition,
    ...(transition.id !== undefined && { id: timer(transition.id) }),
    ...(transition.do && { do: inActions(transition.do) }),
  }));
}

/** Targets that the clip speaks of and does not hold. */
function strangersIn(clip: Cycle): StageId[] {
  const own = stageIds(clip);
  const aims = listTransitions(clip).flatMap(({ transition: { to, also = [] } }) => [to, ...also]);
  const inner = listStages(clip).flatMap(({ stage }) => {
    if (stage.type === 'history') return [stage.to, ...(stage.also ?? [])];
    return 'begin' in stage ? (stage.begin?.at ?? []) : [];
  });
  return [...aims, ...inner].flatMap((id) => (id === undefined || own.has(id) ? [] : [id]));
}

/** Stages are entered together in parts of a parallel stage: without it there is no such company. */
function withoutLostCompany(clip: Cycle): Cycle {
  const kept = ({ to, also }: { to?: StageId | undefined; also?: StageId[] | undefined }) => {
    const beside = to === undefined ? [] : stagesBeside(clip, to);
    const lasting = (also ?? []).filter((id) => beside.includes(id));
    return { also: lasting.length > 0 ? lasting : undefined };
  };
  const stages = mapStages(clip.stages, (stage) =>
    stage.type === 'history' ? patched(stage, kept(stage)) : stage,
  );
  return mapTransitions({ ...clip, stages }, (transition) => patched(transition, kept(transition)));
}

function namedAnew(cycle: Cycle, clip: Cycle, inside: StageId | null): Cycle['stages'] {
  const taken: string[] = [];
  const named = Object.entries(clip.stages).map(([id, stage]) => {
    const name = freshName(cycle, inside, stage.name ?? id, taken);
    taken.push(name);
    return [id, { ...stage, name }] as const;
  });
  return Object.fromEntries(named);
}

function placedAt(clip: Cycle, at: Point): NonNullable<Cycle['layout']> {
  const own = stageIds(clip);
  const places = Object.entries(clip.layout ?? {}).filter(([id]) => own.has(id));
  return Object.fromEntries(
    places.map(([id, place]) => [
      id,
      id in clip.stages ? { ...place, x: at.x + place.x, y: at.y + place.y } : place,
    ]),
  );
}
