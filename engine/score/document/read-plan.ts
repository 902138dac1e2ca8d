// The plan of a document as it is scored: records for every piece of the window, and what is wrong with them.
import type { Goal } from '../../model/goal.ts';
import type { Measure } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import type { Period } from '../../model/time.ts';
import type { ComponentPlace, Segment } from '../scoring.ts';
import { circleFaults, doubleCounting, percentAdvice, unitFaults, versionFaults } from './check-plan.ts';
import type { ComponentRow, GoalRow, MeasureRow, ScoreDocument } from './document-schema.ts';
import { fault, type Path } from './faults.ts';
import { type Piece, planPieces } from './plan-pieces.ts';
import { rowsOf } from './plan-rows.ts';
import { type Partly, planVersionsOf } from './plan-versions.ts';
import { idFaults, type Known } from './references.ts';
import { toMeasure } from './to-measure.ts';
import { type Defaults, type Located, toGoal } from './to-records.ts';

interface LocatedPiece extends Pick<Segment, 'period' | 'version' | 'rates'> {
  components: Located<ComponentPlace>[];
  goals: Located<Goal>[];
  measures: Located<Measure>[];
}

export interface PlanRead {
  pieces: LocatedPiece[];
  problems: Problem[];
}

function defaultsOf(document: ScoreDocument): Defaults {
  const versions = document.planVersions ?? [];
  const goals = [...(document.goals ?? []), ...versions.flatMap((version) => version.goals ?? [])];
  const measures = [...(document.measures ?? []), ...versions.flatMap((version) => version.measures ?? [])];
  const observations = document.observations ?? [];
  const links = goals.flatMap(({ alignments }) => alignments ?? []);
  return {
    criticalCap: document.criticalCap ?? 'below',
    waived: new Set((document.waivers ?? []).map((one) => (typeof one === 'string' ? one : one.id))),
    ratios: new Set(observations.filter((one) => one.numerator != null).map(({ measureId }) => measureId)),
    rated: new Set((document.ratings ?? []).map(({ itemId }) => itemId)),
    measured: new Set(measures.flatMap(({ goalId }) => goalId ?? [])),
    served: new Set(links.filter(({ mode }) => mode !== 'aligned').map(({ parentGoalId }) => parentGoalId)),
  };
}

/** A row that a plan version adds must say what a row must say. */
function incomplete(row: object, keys: readonly string[], path: Path): Problem[] {
  const missing = keys.filter((key) => Reflect.get(row, key) == null);
  return missing.map((key) => fault('DOC-invalid', [...path, key], `"${key}" is missing here.`));
}

const isGoal = (row: Partly<GoalRow>): row is GoalRow => row.componentId != null;
const isMeasure = (row: Partly<MeasureRow>): row is MeasureRow => row.goalId != null;

const toPlace = (row: Partly<ComponentRow>, { criticalCap }: Defaults): ComponentPlace => ({
  id: row.id,
  kind: row.kind ?? undefined,
  minCoverage: row.minCoverage ?? undefined,
  criticalCap: row.criticalCap ?? criticalCap,
  parentIds: row.parentIds ?? (row.parentId ? [row.parentId] : []),
  ...(row.weight != null && { weight: row.weight }),
});

/** The same text gives the same record, so that what does not change is seen to be the same. */
function remembering<Row, Result>(make: (row: Row, path: Path) => Result): (row: Row, path: Path) => Result {
  const known = new Map<string, Result>();
  return (row, path) => {
    const key = JSON.stringify([row, path]);
    const made = known.get(key) ?? make(row, path);
    known.set(key, made);
    return made;
  };
}

function makeReader(defaults: Defaults, known: Known, isImplied: boolean) {
  const place = remembering((row: Partly<ComponentRow>) => toPlace(row, defaults));
  const goal = remembering((row: GoalRow) => toGoal(row, defaults));
  const measure = remembering((row: MeasureRow, path: Path) => toMeasure({ row, path }, defaults));
  const implied = isImplied ? [...known.components].map((id) => ({ row: { id }, path: [] })) : [];

  return (piece: Piece): { piece: LocatedPiece; problems: Problem[] } => {
    const measures = piece.measures.flatMap(({ row, path }) =>
      isMeasure(row) ? [{ ...measure(row, path), path }] : [],
    );
    return {
      piece: {
        ...piece,
        components: [...implied, ...piece.components].map(({ row, path }) => ({
          row: place(row, path),
          path,
        })),
        goals: piece.goals.flatMap(({ row, path }) => (isGoal(row) ? [{ row: goal(row, path), path }] : [])),
        measures: measures.map((one) => ({ row: one.measure, path: one.path })),
      },
      problems: [
        ...piece.goals.flatMap(({ row, path }) => incomplete(row, ['componentId'], path)),
        ...piece.measures.flatMap(({ row, path }) => incomplete(row, ['goalId'], path)),
        ...measures.flatMap((one) => one.problems),
      ],
    };
  };
}

/** The same is found again in every piece. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.code} ${one.pointer} ${one.message}`, one])).values(),
];

export function readPlan(document: ScoreDocument, window: Period, known: Known): PlanRead {
  const rows = rowsOf(document, window);
  const isImplied = (document.components ?? []).length === 0;
  const versions = planVersionsOf(document, window);
  const read = planPieces({ document, rows, versions }, window).map(
    makeReader(defaultsOf(document), known, isImplied),
  );
  const pieces = read.map(({ piece }) => piece);
  const found = [
    ...idFaults(known, rows),
    ...versionFaults(document, versions),
    ...read.flatMap(({ problems }) => problems),
    ...pieces.flatMap((piece) => [
      ...circleFaults(piece),
      ...unitFaults(piece.measures),
      ...doubleCounting(piece.goals),
      ...(document.weightMode === 'percent' ? percentAdvice(piece.goals, piece.measures) : []),
    ]),
  ];
  return { pieces, problems: distinct(found) };
}

export const toSegment = ({ period, version, rates, ...plan }: LocatedPiece): Segment => ({
  period,
  version,
  rates,
  components: plan.components.map(({ row }) => row),
  goals: plan.goals.map(({ row }) => row),
  measures: plan.measures.map(({ row }) => row),
});
