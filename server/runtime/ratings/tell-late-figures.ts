// A figure that an appraisal went by was recorded, corrected or verified after it: domain 1.7. What was appraised stays as it
// was kept, and so does the rating; the audit trail keeps what the figures come to now, and those who judged and were
// judged hear of both.
import { displayScore, type Observation, type Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { listAppraisedOf } from '../../store/queries/awards.ts';
import { findComponent } from '../../store/queries/components.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { scoreAsOf } from '../plans/score-now.ts';
import { heldOf } from './rating-sight.ts';

type Ports = Pick<Deps, 'calendars' | 'clock' | 'cycles'>;

interface Appraised {
  plan: Plan;
  at: string;
  score: Awaited<ReturnType<typeof listAppraisedOf>>[number]['score'];
}

/** Of the time that was over when it was appraised: what came later is for the next appraisal. */
const isLate = ({ plan: { period }, at }: Appraised, { periodStart, periodEnd }: Observation): boolean =>
  periodEnd >= period.start && periodStart <= period.end && periodEnd <= at.slice(0, 10);

const words = (score: number | null): string => (score === null ? 'no score' : displayScore(score));

/** Whom it is about hears of it once the rating is released. */
async function whoHears(ports: Ports, db: Db, { id, componentId, cycleId, cycleVersion }: Plan) {
  const { since } = await heldOf(ports, db, { id, componentId, cycleId, version: cycleVersion });
  const manager = await resolveAssignees(db, componentId, 'manager');
  return since === null ? [...manager, ...(await resolveAssignees(db, componentId, 'owner'))] : manager;
}

async function tell(ports: Ports, db: Db, { plan, at: judgedAt, score: before }: Appraised, actor: string) {
  const { score } = await scoreAsOf(ports, db, plan, judgedAt);
  if (score.score === before.score && score.outcome === before.outcome) return;
  const { id: planId, componentId } = plan;
  const at = ports.clock.now();
  const of = (one: typeof score) => ({ score: one.score, outcome: one.outcome, coverage: one.coverage });
  const detail = changeOf(of(before), of(score));
  await appendAudit(db, { at, actor, action: 'score.correct', resource: `plan/${planId}`, detail });
  const name = (await findComponent(db, componentId))?.name ?? componentId;
  const message = `Figures of ${name} changed after they were appraised: ${words(before.score)} then, ${words(score.score)} by what is known now. The rating stays as it is.`;
  const about = { planId, componentId, message, at };
  const idSeed = `${planId}:late:${judgedAt}:${score.score}`;
  await notifyPersons(db, await whoHears(ports, db, plan), { ...about, idSeed });
}

/** Call it in the commit that stores them, with those that are in force. */
export async function tellLateFigures(
  ports: Ports,
  db: Db,
  {
    componentId,
    observations,
    actor,
  }: { componentId: string; observations: readonly Observation[]; actor: string },
): Promise<void> {
  for (const appraised of await listAppraisedOf(db, componentId))
    if (observations.some((one) => isLate(appraised, one))) await tell(ports, db, appraised, actor);
}
