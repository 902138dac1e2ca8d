// From when on the one who is appraised may read what was judged of them. A rating is held back from the task that gave
// it until the plan comes to a stage marked `released`; where no stage is, until somebody releases it by hand.
import { purposeOf, type TaskAt, tasksAt } from '../check/tasks-of.ts';
import type { Cycle, CycleTask, Purpose } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import { lineage, listStages } from '../statechart/structure/stage-index.ts';

const judging: readonly (Purpose | null)[] = ['appraisal', 'calibration', 'appeal'];

/** A task in which somebody else judges whom the plan is about. */
export const isJudging = (task: CycleTask): boolean => judging.includes(purposeOf(task));

export interface ReleaseRules {
  /** Tasks that judge somebody in a stage that is not released: what they give is held back. */
  ratings: ReadonlySet<TaskKey>;
  /** Tasks in which somebody releases what was judged. */
  releases: ReadonlySet<TaskKey>;
  /** Stages that are marked as released, and all that is inside them. */
  released: ReadonlySet<StageId>;
  /** Stages in which raters are asked. */
  asking: ReadonlySet<StageId>;
}

export function releaseRules(cycle: Cycle): ReleaseRules {
  const stages = listStages(cycle);
  const index = new Map(stages.map((entry) => [entry.id, entry]));
  const tasks = tasksAt(stages);
  const keysOf = (fits: (at: TaskAt) => boolean): Set<TaskKey> =>
    new Set(tasks.filter(fits).map(({ key }) => key));
  const isReleased = (id: StageId): boolean =>
    lineage(index, id).some(({ stage }) => 'released' in stage && stage.released === true);
  const released = new Set(stages.map(({ id }) => id).filter(isReleased));
  return {
    ratings: keysOf(({ task, stage }) => isJudging(task) && !released.has(stage)),
    releases: keysOf(({ purpose }) => purpose === 'release'),
    released,
    asking: new Set(tasks.flatMap(({ task, stage }) => (task.raters === undefined ? [] : [stage]))),
  };
}

/** A revision of a plan: what it heard, and the stages that it came to and stood in. */
export interface ReleaseLine {
  revision: number;
  type: string;
  stages: readonly StageId[];
}

export interface Held {
  /** The revision with the first judgement that is not released; null: everything may be read. */
  since: number | null;
  /** The revision by which the last judgement was released; null: none was yet. */
  releasedBy: number | null;
}

const judgedBy = ({ type }: ReleaseLine, { ratings }: ReleaseRules): boolean => {
  const key = /^task\.(.+)\.completed$/.exec(type)?.[1];
  return key !== undefined && ratings.has(key);
};

interface Beside {
  /** The revisions up to which somebody released, where no stage does. */
  byHand?: readonly number[];
  /** The revisions from which judgements count that the plan did not hear: others still judge, or the step failed. */
  unheard?: readonly number[];
}

interface Releases extends Held {
  /** Each revision by which something that was judged was released. */
  by: number[];
}

function walk(
  rules: ReleaseRules,
  lines: readonly ReleaseLine[],
  { byHand = [], unheard = [] }: Beside,
): Releases {
  const held: Releases = { since: null, releasedBy: null, by: [] };
  for (const line of lines) {
    if (judgedBy(line, rules) || unheard.includes(line.revision)) held.since ??= line.revision;
    const releases = line.stages.some((id) => rules.released.has(id)) || byHand.includes(line.revision);
    if (!releases || held.since === null) continue;
    held.since = null;
    held.releasedBy = line.revision;
    held.by.push(line.revision);
  }
  const last = lines.at(-1)?.revision ?? 0;
  held.since ??= unheard.find((revision) => revision > last) ?? null;
  return held;
}

/** Lines: oldest first. */
export function heldBack(rules: ReleaseRules, lines: readonly ReleaseLine[], beside: Beside = {}): Held {
  const { since, releasedBy } = walk(rules, lines, beside);
  return { since, releasedBy };
}

/** Each revision by which something that was judged was released, oldest first. */
export const releasesIn = (
  rules: ReleaseRules,
  lines: readonly ReleaseLine[],
  beside: Beside = {},
): readonly number[] => walk(rules, lines, beside).by;
