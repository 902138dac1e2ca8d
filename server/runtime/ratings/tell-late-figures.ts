// A figure that an appraisal went by was recorded, corrected or verified after it: domain 1.7. What was appraised stays as it
// was kept, and so does the rating; a further version says what the figures come to now, and those who judged and were
// judged hear of both.
import {
  addScoreVersion,
  type ComponentScore,
  displayScore,
  localDateOf,
  type Observation,
  type Period,
  type Plan,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findMeasures } from '../../store/queries/measures.ts';
import {
  type Appraised,
  type LateFigure,
  listAppraised,
  listLaterScores,
} from '../../store/queries/score-versions.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { scoreAsOf } from '../plans/score-now.ts';
import { keepFigures } from './keep-figures.ts';
import { heldOf } from './rating-sight.ts';
import { restingOn } from './resting-on.ts';

type Ports = Pick<Deps, 'calendars' | 'clock' | 'cycles'>;

/** Of the time that was over when it was appraised: what came later is for the next appraisal. */
async function lateFor(db: Db, { plan, at }: Appraised, observations: readonly Observation[]) {
  const { period } = plan;
  const judgedOn = localDateOf(at, await componentZone(db, plan.componentId));
  return observations.filter(
    ({ periodStart, periodEnd }) =>
      periodEnd >= period.start && periodStart <= period.end && periodEnd <= judgedOn,
  );
}

const words = (score: number | null): string => (score === null ? 'no score' : displayScore(score));

/** Whom it is about hears of it once the rating is released. */
async function whoHears(db: Db, { componentId }: Plan, isReleased: boolean) {
  const manager = await resolveAssignees(db, componentId, 'manager');
  return isReleased ? [...manager, ...(await resolveAssignees(db, componentId, 'owner'))] : manager;
}

interface Later {
  appraised: Appraised;
  score: ComponentScore;
  /** Which figures came late, and through whom. */
  figures: LateFigure[];
  actor: string;
}

/** What is kept of the appraisal, and what comes to it; null: the figures come to the same. */
async function versionFor(ports: Ports, db: Db, { appraised, score }: Later) {
  const { plan, revision, at: judgedAt } = appraised;
  const { id: planId, componentId, cycleId, cycleVersion } = plan;
  const { since } = await heldOf(ports, db, { id: planId, componentId, cycleId, version: cycleVersion });
  const releasedAt = since === null ? judgedAt : null;
  const later = await listLaterScores(db, { planId, revision });
  const kept = [
    { version: 1, at: judgedAt, releasedAt, reason: null, score: appraised.score },
    ...later.map((one) => ({ ...one, releasedAt, reason: '' })),
  ];
  const { versions, notifySubject } = addScoreVersion(kept, {
    ...{ score, at: ports.clock.now(), reason: 'figures' },
  });
  const [before, added] = [kept.at(-1), versions[kept.length]];
  return before && added ? { before: before.score, added, isReleased: notifySubject } : null;
}

const of = ({ score, outcome, coverage }: ComponentScore) => ({ score, outcome, coverage });

async function addVersion(ports: Ports, db: Db, later: Later): Promise<void> {
  const found = await versionFor(ports, db, later);
  if (!found) return;
  const { appraised, figures, actor } = later;
  const { plan, revision } = appraised;
  const { version, score } = found.added;
  const { id: planId, componentId } = plan;
  const at = ports.clock.now();
  await keepFigures(db, {
    ...{ planId, revision, version, at, actor, document: JSON.stringify(score), reason: figures },
    ...{ given: of(appraised.score), before: of(found.before), now: of(score) },
  });
  const name = (await findComponent(db, componentId))?.name ?? componentId;
  const message = `Figures of ${name} changed after they were appraised: ${words(appraised.score.score)} then, ${words(score.score)} by what is known now. The rating stays as it is.`;
  const idSeed = `${planId}:late:${revision}:${version}`;
  const about = { planId, componentId, message, at, idSeed };
  await notifyPersons(db, await whoHears(db, plan, found.isReleased), about);
}

/** In the order of periods. */
async function figuresOf(db: Db, late: readonly Observation[]): Promise<LateFigure[]> {
  const found = await findMeasures(db, [...new Set(late.map(({ measureId }) => measureId))]);
  const titles = new Map(found.map(({ measure }) => [measure.id, measure.title]));
  return late
    .map(({ measureId, periodStart, periodEnd, supersedes }) => ({
      ...{ measureId, title: titles.get(measureId) ?? measureId, periodStart, periodEnd },
      corrects: supersedes !== null,
    }))
    .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
}

function spanOf(observations: readonly Observation[]): Period {
  const starts = observations.map(({ periodStart }) => periodStart).toSorted();
  const ends = observations.map(({ periodEnd }) => periodEnd).toSorted();
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}

/**
 * Call it once in the commit that stores them, with those that are in force. Every score is worked out from the
 * observations themselves, so each is looked at once, whatever is above it.
 */
export async function tellLateFigures(
  ports: Ports,
  db: Db,
  { observations, actor }: { observations: readonly Observation[]; actor: string },
): Promise<void> {
  if (observations.length === 0) return;
  const resting = await restingOn(db, observations);
  const span = spanOf(observations);
  for (const appraised of await listAppraised(db, { componentIds: resting.keys(), span })) {
    const measures = resting.get(appraised.plan.componentId);
    const moving = observations.filter(({ measureId }) => measures?.has(measureId));
    const late = await lateFor(db, appraised, moving);
    if (late.length === 0) continue;
    const { score } = await scoreAsOf(ports, db, appraised.plan, appraised.at);
    await addVersion(ports, db, { appraised, score, figures: await figuresOf(db, late), actor });
  }
}
