// Where plans can wait: in stages that hold no others and are no end. A plan in one of them is in those around it as well,
// and a list of the plans there would be empty.
import type { Cycle } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listPlannedVersions } from '../../store/queries/plan-outcomes.ts';
import type { Db } from '../../store/schema.ts';
import type { StageTime } from '../stage-times.ts';

type Stages = Cycle['stages'];

/** Every stage, and whether plans wait there. */
const stagesOf = (stages: Stages): [string, boolean][] =>
  Object.entries(stages).flatMap(([id, stage]): [string, boolean][] =>
    'stages' in stage ? [[id, false], ...stagesOf(stage.stages)] : [[id, stage.type !== 'final']],
  );

/** As the versions draw them that have plans; what none of them knows any more stays. */
export async function waitingIn(
  { cycles }: Pick<Deps, 'cycles'>,
  db: Db,
  times: readonly StageTime[],
): Promise<StageTime[]> {
  const asked = new Set(times.map(({ cycleId }) => cycleId));
  const waits = new Map<string, boolean>();
  for (const { cycleId, version } of await listPlannedVersions(db)) {
    const compiled = asked.has(cycleId) ? await cycles.find(db, cycleId, version) : null;
    for (const [id, isPlace] of compiled ? stagesOf(compiled.cycle.stages) : []) {
      const key = JSON.stringify([cycleId, id]);
      waits.set(key, isPlace || waits.get(key) === true);
    }
  }
  return times.filter(({ cycleId, stage }) => waits.get(JSON.stringify([cycleId, stage])) ?? true);
}
