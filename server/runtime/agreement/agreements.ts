// What components are scored by over a period: the versions that were agreed in the plan of each that has most of its
// days. Only what says something else than the documents of today is read; of most components nothing does.
import {
  type Agreement,
  asItStands,
  daysBetween,
  type Goal,
  localDateOf,
  type Period,
  type PlanDocument,
  versionsIn,
} from '../../../engine/index.ts';
import {
  type AgreedLine,
  listAgreedLines,
  listPlanTimes,
  type PlanTime,
} from '../../store/queries/agreements.ts';
import { listAgreedDocuments } from '../../store/queries/plan-versions.ts';
import type { Db } from '../../store/schema.ts';

interface Wanted {
  period: Period;
  componentIds: readonly string[] | 'all';
  /** As they are now, those of the components that count. */
  goals: readonly Goal[];
  /** Asked only where something was agreed otherwise than it stands. */
  zonesOf(componentIds: readonly string[]): Promise<(componentId: string) => string>;
}
type Times = ReadonlyMap<string, PlanTime>;

const saysAsToday = ({ changedAt, at }: AgreedLine): boolean => changedAt === null || changedAt < at;

/** Each of its plans has one version, which says what its documents say: it does not matter then which plan counts. */
const standsAsAgreed = (lines: readonly AgreedLine[]): boolean =>
  lines.every(saysAsToday) && new Set(lines.map(({ planId }) => planId)).size === lines.length;

function daysShared(plan: PlanTime, { start, end }: Period): number {
  const from = plan.period.start > start ? plan.period.start : start;
  return daysBetween(from, plan.period.end < end ? plan.period.end : end);
}

/** The versions of the plan that has most days of the period; of those that have as many the one that started last. */
function ofPlanThatCounts(lines: readonly AgreedLine[], times: Times, period: Period): AgreedLine[] {
  const plans = [...Map.groupBy(lines, ({ planId }) => planId)].flatMap(([planId, versions]) => {
    const time = times.get(planId);
    return time ? [{ versions, startedAt: time.startedAt, days: daysShared(time, period) }] : [];
  });
  const [first] = plans.toSorted((a, b) => b.days - a.days || (a.startedAt < b.startedAt ? 1 : -1));
  return first?.versions ?? [];
}

type Dated = AgreedLine & { from: string };

const inOrder = (a: AgreedLine, b: AgreedLine): number =>
  a.inForceAt === b.inForceAt ? a.version - b.version : a.inForceAt < b.inForceAt ? -1 : 1;

/** None where today's documents say the same. */
function differing(lines: readonly AgreedLine[], period: Period, zone: string): Dated[] {
  const dated = lines.toSorted(inOrder).map((line) => ({ ...line, from: localDateOf(line.inForceAt, zone) }));
  const counting = versionsIn(dated, period);
  const [only, ...more] = counting;
  const isNewest = only !== undefined && more.length === 0 && only === dated.at(-1);
  return isNewest && saysAsToday(only) ? [] : counting;
}

/** Of others only some goals count in what is scored: not those that contribute to it no more. */
function asFarAsGiven(document: PlanDocument, goals: readonly Goal[]): PlanDocument {
  const given = new Set(goals.map(({ id }) => id));
  return asItStands(
    {
      goals: document.goals.filter(({ id }) => given.has(id)),
      measures: document.measures.filter(({ goalId }) => given.has(goalId)),
    },
    goals,
  );
}

async function read(db: Db, chosen: readonly Dated[][], goals: readonly Goal[]): Promise<Agreement[]> {
  const planIds = chosen.flatMap(([first]) => first?.planId ?? []);
  const documents = new Map(
    (await listAgreedDocuments(db, planIds)).map((one) => [`${one.version} ${one.planId}`, one.document]),
  );
  const goalsOf = Map.groupBy(goals, ({ componentId }) => componentId);
  return chosen.map((versions) => {
    const componentId = versions[0]?.componentId ?? '';
    const agreed = versions.flatMap(({ planId, version, from }) => {
      const document = documents.get(`${version} ${planId}`);
      return document ? [{ version, from, ...asFarAsGiven(document, goalsOf.get(componentId) ?? []) }] : [];
    });
    return { componentId, agreed };
  });
}

/** Of the components that are scored otherwise than by what their documents say now. */
export async function readAgreements(db: Db, wanted: Wanted): Promise<Agreement[]> {
  const { period, componentIds, goals } = wanted;
  const lines = await listAgreedLines(db, componentIds);
  const others = [...Map.groupBy(lines, ({ componentId }) => componentId)].filter(
    ([, own]) => !standsAsAgreed(own),
  );
  if (others.length === 0) return [];
  const planIds = new Set(others.flatMap(([, own]) => own.map(({ planId }) => planId)));
  const times = await listPlanTimes(db, [...planIds], period);
  const zoneOf = await wanted.zonesOf(others.map(([componentId]) => componentId));
  const chosen = others.map(([componentId, own]) =>
    differing(ofPlanThatCounts(own, times, period), period, zoneOf(componentId)),
  );
  const found = chosen.filter(({ length }) => length > 0);
  return found.length === 0 ? [] : read(db, found, goals);
}
