// Where plans can wait: in stages that hold no others and are no end. A plan in one of them is in those around it as well,
// and a list of the plans there would be empty.
import type { Cycle } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listPlannedVersions } from '../../store/queries/board-reads.ts';
import type { Db } from '../../store/schema.ts';
import type { StageTime } from '../stage-times.ts';

type Stages = Cycle['stages'];

interface Place {
  /** Plans can wait there. */
  isPlace: boolean;
  name: string | null;
  cycleName: string | null;
}
export type Waiting = StageTime & Pick<Place, 'name' | 'cycleName'>;

/** Every stage, and whether plans wait there. */
const stagesOf = (stages: Stages): [id: string, Pick<Place, 'isPlace' | 'name'>][] =>
  Object.entries(stages).flatMap(([id, stage]): [string, Pick<Place, 'isPlace' | 'name'>][] => {
    const name = stage.name ?? null;
    return 'stages' in stage
      ? [[id, { isPlace: false, name }], ...stagesOf(stage.stages)]
      : [[id, { isPlace: stage.type !== 'final', name }]];
  });

const notDrawn: Place = { isPlace: true, name: null, cycleName: null };

/** As the versions draw them that have plans, called as in the newest; what none of them knows any more stays. */
export async function waitingIn(
  { cycles }: Pick<Deps, 'cycles'>,
  db: Db,
  times: readonly StageTime[],
): Promise<Waiting[]> {
  const asked = new Set(times.map(({ cycleId }) => cycleId));
  const places = new Map<string, Place>();
  for (const { cycleId, version } of await listPlannedVersions(db)) {
    const compiled = asked.has(cycleId) ? await cycles.find(db, cycleId, version) : null;
    for (const [id, { isPlace, name }] of compiled ? stagesOf(compiled.cycle.stages) : []) {
      const key = JSON.stringify([cycleId, id]);
      const before = places.get(key);
      places.set(key, {
        isPlace: isPlace || before?.isPlace === true,
        name: name ?? before?.name ?? null,
        cycleName: compiled?.cycle.name ?? null,
      });
    }
  }
  return times.flatMap((time) => {
    const found = places.get(JSON.stringify([time.cycleId, time.stage])) ?? notDrawn;
    const { isPlace, ...names } = found;
    return isPlace ? [{ ...time, ...names }] : [];
  });
}
