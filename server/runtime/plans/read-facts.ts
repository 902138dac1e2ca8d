// Reads what a step may know, and of that only what its cycle can look at.
import type { FactName, Facts, Goal, Measure, Period, WithAbsences } from '../../../engine/index.ts';
import { listAbsencesAt } from '../../store/queries/absences.ts';
import { lineageOf, listChildPlans, placesBelow } from '../../store/queries/facts.ts';
import { listGoalsOf, listGoalsServing } from '../../store/queries/goals.ts';
import { listMeasuresOf } from '../../store/queries/measures.ts';
import { listObservationsOf } from '../../store/queries/observations.ts';
import { componentZones } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { readAgreed } from '../agreement/agreed-versions.ts';
import { readAgreements } from '../agreement/agreements.ts';
import { type Calendars, yearsOf } from '../organisation/calendars.ts';

export interface About {
  /** Absent before the plan is there. */
  planId?: string;
  componentId: string;
  period: Period;
  at: string;
}

type Scored = Pick<Facts, 'goals' | 'measures' | 'observations' | 'below'> & WithAbsences;
const nothing: Scored = { goals: [], measures: [], observations: [] };

/** The component's goals, those that count in them however far below, or, when it has none, those of its parts. */
async function readGoals(db: Db, componentId: string): Promise<Pick<Facts, 'goals' | 'below'>> {
  const goals = await listGoalsOf(db, [componentId]);
  if (goals.length === 0) {
    const below = await placesBelow(db, componentId);
    return {
      below,
      goals: await listGoalsOf(
        db,
        below.map(({ id }) => id),
      ),
    };
  }
  const all = new Map(goals.map((goal) => [goal.id, goal]));
  let fed: Goal[] = goals.filter((goal) => goal.scoreMode !== 'own');
  while (fed.length > 0) {
    const serving = await listGoalsServing(
      db,
      fed.map(({ id }) => id),
    );
    const added = serving.filter((goal) => !all.has(goal.id));
    for (const goal of added) all.set(goal.id, goal);
    fed = added.filter((goal) => goal.scoreMode !== 'own');
  }
  return { goals: [...all.values()] };
}

/** A milestone may be reached after the period, and is so many days late then. */
const NO_END = '9999-12-31';

/** Observations before the period serve the measures that carry their last score. */
async function readObservations(db: Db, measures: Measure[], period: Period): Promise<Facts['observations']> {
  const idsOf = (some: Measure[]) => [
    ...new Set(some.flatMap(({ id, valueFrom = [] }) => [id, ...valueFrom])),
  ];
  const reached = idsOf(measures.filter(({ kind }) => kind === 'milestones'));
  const carrying = idsOf(measures.filter((measure) => measure.missingPolicy === 'carry')).filter(
    (id) => !reached.includes(id),
  );
  const others = idsOf(measures).filter((id) => !carrying.includes(id) && !reached.includes(id));
  return [
    ...(await listObservationsOf(db, others, period)),
    ...(await listObservationsOf(db, reached, { start: period.start, end: NO_END })),
    ...(await listObservationsOf(db, carrying, { start: '0001-01-01', end: period.end })),
  ];
}

async function readScored(db: Db, about: About, needed: ReadonlySet<FactName>): Promise<Scored> {
  if (!needed.has('goals')) return nothing;
  const { goals, below } = await readGoals(db, about.componentId);
  const measures = needed.has('measures')
    ? await listMeasuresOf(
        db,
        goals.map(({ id }) => id),
      )
    : [];
  if (!needed.has('observations')) return { goals, measures, observations: [], ...(below ? { below } : {}) };
  const observations = await readObservations(db, measures, about.period);
  const ids = [about.componentId, ...(below ?? []).map(({ id }) => id)];
  const away = await listAbsencesAt(db, ids, about.period);
  const present = below?.map((one) => withAbsences(one, away.get(one.id)));
  const absences = away.get(about.componentId);
  return {
    goals,
    measures,
    observations,
    ...(present ? { below: present } : {}),
    ...(absences ? { absences } : {}),
  };
}

const withAbsences = <Placed extends object>(placed: Placed, absences: Period[] | undefined): Placed =>
  absences ? { ...placed, absences } : placed;

/** What is agreed of the components whose goals count in this one's, or make up its score. */
async function readOthers(db: Db, { componentId, period }: About, goals: readonly Goal[]) {
  const others = new Set(goals.map((goal) => goal.componentId));
  others.delete(componentId);
  if (others.size === 0) return [];
  const zonesOf = (ids: readonly string[]) => componentZones(db, ids);
  return readAgreements(db, { period, componentIds: [...others], goals, zonesOf });
}

/** Null: there is no such component. */
export async function readFacts(
  { db, calendars }: { db: Db; calendars: Calendars },
  about: About,
  needed: ReadonlySet<FactName>,
): Promise<Facts | null> {
  const lineage = await lineageOf(db, about.componentId);
  const component = lineage[0];
  if (!component) return null;
  const { absences, ...scored } = await readScored(db, about, needed);
  const calendar = calendars.of(lineage, ...yearsOf(about.at, about.period));
  const { planId } = about;
  const isScored = planId !== undefined && needed.has('observations') && needed.has('goals');
  const agreed = isScored
    ? await readAgreed(db, { planId, zone: calendar.zone, goals: scored.goals })
    : undefined;
  const agreements = isScored ? await readOthers(db, about, scored.goals) : [];
  return {
    component: absences ? { ...component, absences } : component,
    calendar,
    ...scored,
    ...(agreed ? { agreed } : {}),
    ...(agreements.length > 0 ? { agreements } : {}),
    children: needed.has('children') ? await listChildPlans(db, about.componentId) : [],
  };
}
