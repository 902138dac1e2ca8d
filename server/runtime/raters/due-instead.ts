// When somebody who is asked instead of a rater has to answer: after as many working days as the one before them had, and
// not after the stage that waits for it is left.
import { addSpan, localDateOf, type Plan, timerIdOf, workingDaysBetween } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { TaskRow } from '../../store/schema/tasks.ts';
import type { Db } from '../../store/schema.ts';
import { findStage } from '../tasks/find-stage.ts';

type Ports = Pick<Deps, 'calendars' | 'cycles'>;
type Asked = Pick<TaskRow, 'planId' | 'componentId' | 'stage' | 'activation' | 'openedAt' | 'dueAt'>;

/** The first of its timers that lead away from the stage; null when none does. */
async function stageEnds({ cycles }: Ports, db: Db, { stage: id, activation }: Asked, plan: Plan) {
  const compiled = await cycles.find(db, plan.cycleId, plan.cycleVersion);
  const stage = compiled && findStage(compiled.cycle.stages, id);
  const after = stage && 'after' in stage ? (stage.after ?? []) : [];
  const leading = after.flatMap((timer, index) =>
    timer.to === undefined ? [] : [timerIdOf(id, timer, index)],
  );
  const ends = leading.flatMap((timerId) => {
    const timer = plan.timers[timerId];
    return timer?.activation === activation ? [timer.dueAt] : [];
  });
  return ends.sort()[0] ?? null;
}

export async function dueInstead(
  ports: Ports,
  db: Db,
  { task, at }: { task: Asked; at: string },
): Promise<string | null> {
  const { openedAt, dueAt, componentId, planId } = task;
  if (dueAt === null) return null;
  const calendar = ports.calendars.of(await lineageOf(db, componentId), Number(at.slice(0, 4)));
  const [from, to] = [openedAt, dueAt].map((instant) => localDateOf(instant, calendar.zone));
  const days = workingDaysBetween(from ?? '', to ?? '', calendar);
  const due = addSpan(at, `${days}bd`, calendar);
  const plan = (await findPlan(db, planId))?.plan;
  const ends = plan ? await stageEnds(ports, db, task, plan) : null;
  return ends !== null && ends < due ? ends : due;
}
