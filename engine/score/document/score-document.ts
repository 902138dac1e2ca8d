// One document in, the score of everything in it out: the figures of a person who has nothing but the file.
// Pure: the day from which it is looked at is in the document, and is the last day of the window if it is not.
import { inPlainWords } from '../../model/in-plain-words.ts';
import type { Outcome } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import type { NodeScore, OutcomeReason, ScorePart } from '../../model/score.ts';
import type { LocalDate, Period } from '../../model/time.ts';
import { localDateOf } from '../../time/instant.ts';
import { fractionOf, roundScore } from '../fraction.ts';
import { rateItem } from '../raters/rate-item.ts';
import { scoreAll } from '../score-all.ts';
import { asMonitored } from '../score-components.ts';
import type { Scoring } from '../scoring.ts';
import type { Scores } from '../segments/join-scores.ts';
import { type ScoreDocument, scoreDocumentSchema } from './document-schema.ts';
import { explain } from './faults.ts';
import { type MethodsReport, matrixFaultsIn, methodsReport } from './methods-report.ts';
import { type PaceReport, paceReport } from './pace-report.ts';
import { readObservations } from './read-observations.ts';
import { type PlanRead, readPlan, toSegment } from './read-plan.ts';
import { type Presence, readPresence } from './read-presence.ts';
import { type RatingsRead, readRatings } from './read-ratings.ts';
import { readWindow } from './read-window.ts';
import { knownIn, referenceFaults } from './references.ts';
import { withoutSynonyms } from './synonyms.ts';
import { instantOf } from './to-records.ts';

export interface NodeReport {
  score: number | null;
  outcome: Outcome | null;
  /** Why there is no score, or not the outcome that the number would give. */
  outcomeReason: string | null;
  coverage: number;
  provisionalShare: number;
  parts: ScorePart[];
}

export interface DocumentScores {
  kind: 'scored';
  /** By the id of a measure, a goal or a component. */
  nodes: Record<string, NodeReport>;
  /** By component; only those with items that raters rate. */
  methods: Record<string, MethodsReport>;
  /** By measure; only those that add up over time, and only when it is asked for. Never a result. */
  pace?: Record<string, PaceReport>;
  /** Advice; nothing of it is an error. */
  notices: Problem[];
}

export type DocumentReading = DocumentScores | { kind: 'refused'; problems: Problem[] };

const isError = ({ severity }: Problem): boolean => severity === 'error';
const rounded = (value: number): number => roundScore(fractionOf(value));

function reasonOf({ state, reason, score }: NodeScore): OutcomeReason | NodeScore['state'] | null {
  if (reason !== null && reason !== 'no_observation') return reason;
  return score === null || state === 'missing' ? state : null;
}

const toReport = (node: NodeScore): NodeReport => ({
  score: node.score,
  outcome: node.outcome,
  outcomeReason: reasonOf(node),
  coverage: rounded(node.coverage),
  provisionalShare: rounded(node.provisionalShare),
  parts: node.parts,
});

/** In force on no day of the window. */
const absent: NodeReport = {
  score: null,
  outcome: null,
  outcomeReason: 'not_applicable',
  coverage: 0,
  provisionalShare: 0,
  parts: [],
};

function nodesOf(scores: Scores, scoring: Scoring, ids: Iterable<string>): Record<string, NodeReport> {
  const monitored = new Set(
    scoring.segments.at(-1)?.goals.flatMap(({ id, priority }) => (priority === 0 ? [id] : [])),
  );
  const nodes = new Map([...ids].map((id) => [id, absent]));
  for (const [id, score] of scores.measures) nodes.set(id, toReport(score));
  for (const [id, { score }] of scores.goals)
    nodes.set(id, toReport(monitored.has(id) ? asMonitored(score) : score));
  for (const [id, { score }] of scores.components) nodes.set(id, toReport(score));
  return Object.fromEntries(nodes);
}

function todayIn(
  document: ScoreDocument,
  window: Period,
  { calendarOf }: Presence,
): (id: string) => LocalDate {
  const { today } = document;
  if (!today) return () => window.end;
  if (today.length === 10) return () => today;
  const at = instantOf(today);
  return (componentId) => localDateOf(at, calendarOf(componentId).zone);
}

interface Evidence {
  plan: PlanRead;
  observations: Scoring['observations'];
  ratings: RatingsRead;
  presence: Presence;
}

function toScoring(document: ScoreDocument, window: Period, evidence: Evidence): Scoring {
  const { plan, observations, ratings, presence } = evidence;
  return {
    period: window,
    segments: plan.pieces.map(toSegment),
    observations,
    rated: new Map(
      ratings.measures.map((item) => {
        const { total, raterCount } = rateItem(item, ratings.ratings, ratings.rules);
        return [item.id, { score: total, raterCount }];
      }),
    ),
    todayOf: todayIn(document, window, presence),
    calendarOf: presence.calendarOf,
    activeTimeOf: presence.activeTimeOf,
  };
}

const refused = (problems: readonly Problem[]): DocumentReading => ({
  kind: 'refused',
  problems: problems.filter(isError),
});

export function scoreDocument(
  given: unknown,
  { withPace = false }: { withPace?: boolean } = {},
): DocumentReading {
  const input = withoutSynonyms(given);
  const parsed = scoreDocumentSchema.safeParse(input, { error: inPlainWords });
  if (!parsed.success)
    return refused(parsed.error.issues.flatMap((issue) => explain(issue, scoreDocumentSchema, input)));
  const document = parsed.data;
  const reading = readWindow(document.window);
  if (reading.problem) return refused([reading.problem]);
  const { window } = reading;

  const known = knownIn(document);
  const lost = referenceFaults(document, known);
  if (lost.length > 0) return refused(lost);
  const plan = readPlan(document, window, known);
  const { observed, problems } = readObservations(document, plan, window);
  const ratings = readRatings(document, plan);
  const presence = readPresence(document);
  const found = [
    ...plan.problems,
    ...problems,
    ...ratings.problems,
    ...presence.problems,
    ...matrixFaultsIn(document),
  ];
  if (found.some(isError)) return refused(found);

  const observations = observed.map(({ observation }) => observation);
  const scoring = toScoring(document, window, { plan, observations, ratings, presence });
  const scores = scoreAll(scoring);
  return {
    kind: 'scored',
    nodes: nodesOf(scores, scoring, [...known.components, ...known.goals, ...known.measures]),
    methods: methodsReport(document, ratings, scores),
    ...(withPace && { pace: paceReport(scoring) }),
    notices: found,
  };
}
