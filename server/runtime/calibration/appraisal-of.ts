// One line of a calibration: what was said of a component by itself, by its rater and in the session.
import { type FormResult, formSchemas, type Outcome } from '../../../engine/index.ts';
import type { AppraisedPlan, Judgement, JudgingForm } from '../../store/queries/appraisals.ts';
import { inTime, isAsked, isBefore, isGiven, ofLastRound } from './rounds-judged.ts';

export interface PersonRef {
  id: string;
  name: string;
}

export interface OutcomeChange {
  at: string;
  by: PersonRef;
  /** Of the results. */
  from: Outcome | null;
  to: Outcome | null;
  methodsFrom: Outcome | null;
  methodsTo: Outcome | null;
  reason: string;
}

/** An appraisal begins anew: what was decided of the one before says nothing of it. */
export interface RatedRound {
  /** Null: before the first appraisal. */
  at: string | null;
  rated: Outcome | null;
  changes: OutcomeChange[];
}

export interface AppraisalLine {
  planId: string;
  cycleId: string;
  version: number;
  componentId: string;
  componentName: string;
  owner: PersonRef | null;
  group: PersonRef | null;
  /** Who rated; before that who has it to do. */
  rater: PersonRef | null;
  self: Outcome | null;
  /** What the rater gave. */
  rated: Outcome | null;
  /** As it stands after the session so far. */
  now: Outcome | null;
  methods: Outcome | null;
  /** As the methods stand after the session so far. */
  methodsNow: Outcome | null;
  /** The outcomes of the single goals and of the methods. */
  items: Outcome[];
  summary: string;
  reason: string | null;
  overdue: boolean;
  /** What was decided of it since it was given, oldest first: an outcome that was kept stays the same. */
  changes: OutcomeChange[];
  /** Each appraisal with what was decided of it, oldest first; the first is of no appraisal. */
  rounds: RatedRound[];
  /** The open task of the calibration. */
  task: { id: string; assigneeId: string | null; relation: string; dueAt: string | null } | null;
}

const refOf = (id: string | null, name: string | null): PersonRef | null =>
  id === null ? null : { id, name: name ?? id };

/** The last completed result of a form; one of an older form counts as none. */
function lastOf<Form extends JudgingForm>(
  judgements: readonly Judgement[],
  form: Form,
): { judgement: Judgement; result: FormResult<Form> } | null {
  const judgement = judgements.findLast((one) => one.form === form && one.state === 'completed');
  const read = judgement && formSchemas[form].safeParse(JSON.parse(judgement.result ?? 'null'));
  return judgement && read?.success ? { judgement, result: read.data as FormResult<Form> } : null;
}

interface Axes {
  rated: Outcome | null;
  methods: Outcome | null;
}

function changesOf(judgements: readonly Judgement[], { rated, methods }: Axes): OutcomeChange[] {
  let from = rated;
  let methodsFrom = methods;
  return judgements.flatMap((one): OutcomeChange[] => {
    if (one.form !== 'calibration' || one.state !== 'completed' || one.completedAt === null) return [];
    const read = formSchemas.calibration.safeParse(JSON.parse(one.result ?? 'null'));
    if (!read.success) return [];
    const changed = read.data.decision === 'changed';
    const to = changed ? (read.data.outcome ?? from) : from;
    const methodsTo = changed ? (read.data.methods ?? methodsFrom) : methodsFrom;
    const { reason } = read.data;
    const change = { at: one.completedAt, by: byOf(one), from, to, methodsFrom, methodsTo, reason };
    from = to;
    methodsFrom = methodsTo;
    return [change];
  });
}

const byOf = ({ completedBy, completerName }: Judgement): PersonRef => ({
  id: completedBy ?? '',
  name: completerName ?? completedBy ?? '',
});

/** The open calibration task of the plan, else null. */
const openCalibration = (judgements: readonly Judgement[]): AppraisalLine['task'] => {
  const open = judgements.find((one) => one.form === 'calibration' && one.state === 'open');
  return open
    ? { id: open.id, assigneeId: open.assigneeId, relation: open.relation, dueAt: open.dueAt }
    : null;
};

/** A rating that a session did not wait for changes nothing of what it found and left. */
function roundsOf(judgements: readonly Judgement[]): RatedRound[] {
  const counted = inTime(judgements);
  const begins = [0, ...counted.flatMap((one, index) => (isGiven(one) ? [index] : []))];
  return begins.map((begin, index) => {
    const those = counted.slice(begin, begins[index + 1]);
    const given = lastOf(those, 'appraisal');
    const rated = given?.result.results ?? null;
    const changes = changesOf(those, { rated, methods: given?.result.methods ?? null });
    return { at: index === 0 ? null : (those[0]?.completedAt ?? null), rated, changes };
  });
}

export interface Known {
  /** Of the plan, in the order of their completion. */
  judgements: readonly Judgement[];
  /** The instants at which its ratings were released. */
  releases: readonly string[];
}

export function appraisalOf(plan: AppraisedPlan, { judgements, releases }: Known, at: string): AppraisalLine {
  const those = ofLastRound(judgements, releases);
  const appraisal = lastOf(those, 'appraisal');
  const asked = those.find(isAsked);
  const rated = appraisal?.result.results ?? null;
  const methods = appraisal?.result.methods ?? null;
  const isAnew = asked !== undefined && !those.some(isGiven) && judgements.some(isBefore(asked));
  const rounds = [
    ...roundsOf(judgements),
    ...(isAnew ? [{ at: asked.askedAt, rated: null, changes: [] }] : []),
  ];
  const changes = rounds.at(-1)?.changes ?? [];
  const rater = appraisal
    ? byOf(appraisal.judgement)
    : asked?.assigneeId
      ? refOf(asked.assigneeId, asked.assigneeName)
      : refOf(plan.managerId, plan.managerName);
  return {
    planId: plan.planId,
    cycleId: plan.cycleId,
    version: plan.version,
    componentId: plan.componentId,
    componentName: plan.componentName,
    owner: refOf(plan.ownerId, plan.ownerName),
    group: refOf(plan.groupId, plan.groupName),
    rater,
    self: lastOf(those, 'self-appraisal')?.result.results ?? null,
    rated,
    now: changes.at(-1)?.to ?? rated,
    methods,
    methodsNow: changes.at(-1)?.methodsTo ?? methods,
    items: (appraisal?.result.goals ?? []).flatMap(({ results, methods }) =>
      results === null ? [methods] : [results, methods],
    ),
    summary: appraisal?.result.summary ?? '',
    reason: appraisal?.result.reason ?? null,
    overdue: !appraisal && asked?.dueAt != null && asked.dueAt < at,
    changes,
    rounds,
    task: openCalibration(judgements),
  };
}
