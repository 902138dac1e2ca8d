// Where a plan stands in the new version: the stages that stand for its own, if they can be active at once and lead
// on; else what has to be decided, or why there is no such place.
import type { StageId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { pointerTo } from '../model/pointer.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { completed, configurationOf, isEnd, isPlace } from './configuration.ts';
import type { Passage } from './passage.ts';
import type { Blocker, Question } from './plan-migration.ts';
import type { Migration } from './prepare-migration.ts';

export type Placed =
  | { kind: 'placed'; value: Json; leaves: StageId[]; active: StageId[] }
  | { kind: 'needs-decision'; questions: Question[] }
  | { kind: 'blocked'; reasons: Blocker[] };

/** Stages to stand in, and those for which nothing stands, or only a container. */
interface Counterparts {
  leaves: StageId[];
  open: { stage: StageId; containers: StageId[] }[];
}

function counterpartsOf({ versions: { to } }: Migration, passage: Passage, plan: Plan): Counterparts {
  const found: Counterparts = { leaves: [], open: [] };
  for (const stage of plan.stage) {
    const targets = passage.stages.get(stage) ?? [];
    const places = targets.filter((id) => {
      const entry = to.index.get(id);
      return entry !== undefined && isPlace(entry);
    });
    if (places.length === targets.length && places.length > 0) found.leaves.push(...places);
    else found.open.push({ stage, containers: targets.filter((id) => !places.includes(id)) });
  }
  return { ...found, leaves: [...new Set(found.leaves)] };
}

/** Places that make a whole with where the plan's other stages go; missing regions begin at their beginning. */
function choicesOf(migration: Migration, { leaves, open }: Counterparts, containers: StageId[]): Json[] {
  const { versions, reach } = migration;
  const { index } = versions.to;
  // With several open questions each answer only has to make a whole with what it brings along.
  const others = open.length === 1 ? leaves : [];
  const inside = (id: StageId) =>
    containers.length === 0 || lineage(index, id).some((line) => containers.includes(line.id));
  return [...index.values()]
    .filter((entry) => isPlace(entry) && !isEnd(entry) && inside(entry.id))
    .filter(({ id }) => reach.reachable.has(id) && reach.ending.has(id))
    .flatMap(({ id }): Json[] => {
      const alone = configurationOf(index, [...others, id]);
      if (alone.kind === 'legal') return [id];
      const whole = completed(index, [...others, id]);
      if (configurationOf(index, whole).kind === 'illegal') return [];
      return [whole.filter((leaf) => leaf === id || !others.includes(leaf))];
    });
}

function questionsOf(migration: Migration, counterparts: Counterparts): Question[] {
  return counterparts.open.map(({ stage, containers }) => ({
    about: 'stage',
    of: stage,
    pointer: pointerTo('stages', stage),
    choices: choicesOf(migration, counterparts, containers),
    message:
      containers.length > 0
        ? `“${stage}” has become the container ${containers.map((id) => `“${id}”`).join(', ')}: say which stage inside the plan shall stand in.`
        : `“${stage}” has no counterpart in version ${migration.to.version}: say where the plan shall stand.`,
  }));
}

const blocked = (code: Blocker['code'], message: string): Placed => ({
  kind: 'blocked',
  reasons: [{ code, message }],
});

const list = (ids: readonly StageId[]): string => ids.map((id) => `“${id}”`).join(', ');

export function placeIn(migration: Migration, passage: Passage, plan: Plan): Placed {
  const counterparts = counterpartsOf(migration, passage, plan);
  const { versions, reach, to } = migration;
  if (counterparts.open.length > 0) {
    const questions = questionsOf(migration, counterparts);
    const hopeless = questions.filter(({ choices }) => choices.length === 0).map(({ of }) => of);
    if (hopeless.length === 0) return { kind: 'needs-decision', questions };
    const message = `${list(hopeless)} has no counterpart in version ${to.version}, and no stage there can take the plan.`;
    return blocked('not-reachable', message);
  }
  const { index } = versions.to;
  const { leaves } = counterparts;
  const configuration = configurationOf(index, leaves);
  if (configuration.kind === 'illegal')
    return blocked(
      'configuration',
      `The plan cannot stand like that in version ${to.version}: ${configuration.message}.`,
    );
  const ends = leaves.filter((id) => reach.reachable.has(id) && isEndIn(migration, id));
  if (ends.length > 0)
    return blocked('would-end', `${list(ends)} is the end of the cycle, and a migration ends no plan.`);
  const unreachable = leaves.filter((id) => !reach.reachable.has(id));
  if (unreachable.length > 0)
    return blocked('not-reachable', `No plan of version ${to.version} can ever be in ${list(unreachable)}.`);
  if (!leaves.some((id) => reach.ending.has(id)))
    return blocked('no-end', `From ${list(leaves)} no plan of version ${to.version} can come to an end.`);
  return { kind: 'placed', value: configuration.value, leaves, active: configuration.active };
}

const isEndIn = ({ versions }: Migration, id: StageId): boolean => {
  const entry = versions.to.index.get(id);
  return entry !== undefined && isEnd(entry);
};
