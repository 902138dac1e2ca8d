// The second axis of a document: how the rated items of each component come out, and what results and methods
// together give.
import type { Outcome } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import {
  blendOf,
  type Cell,
  type Consequence,
  defaultMatrix,
  type Matrix,
  matrixFaults,
  overallOf,
} from '../methods/matrix.ts';
import type { GroupFigure } from '../raters/rate-item.ts';
import { scoreMethods } from '../raters/score-methods.ts';
import type { Scores } from '../segments/join-scores.ts';
import type { ScoreDocument } from './document-schema.ts';
import { fault } from './faults.ts';
import type { RatingsRead } from './read-ratings.ts';

export interface MethodsReport {
  score: number | null;
  outcome: Outcome | null;
  outcomeReason: string | null;
  coverage: number;
  items: { itemId: string; score: number | null; raterCount: number; groups: GroupFigure[] }[];
  /** By the matrix of results and methods; null while either has no outcome. */
  overall: { outcome: Outcome; consequence: Consequence } | null;
  /** For sorting only. */
  blend: number | null;
}

type WrittenMatrix = NonNullable<ScoreDocument['matrix']>;
type WrittenCell = NonNullable<NonNullable<WrittenMatrix[Outcome]>[Outcome]>;

const toCell = (written: WrittenCell | null | undefined, usual: Cell): Cell | undefined => {
  if (written == null) return undefined;
  const { outcome, consequence } =
    typeof written === 'string' ? { outcome: written, consequence: null } : written;
  // A cell that changes the outcome does not keep what followed from the old one.
  return { outcome, consequence: consequence ?? (outcome === usual.outcome ? usual.consequence : 'none') };
};

const matrixOf = <Of>(cellAt: (results: Outcome, methods: Outcome) => Of) => {
  const row = (results: Outcome) => ({
    below: cellAt(results, 'below'),
    meets: cellAt(results, 'meets'),
    exceeds: cellAt(results, 'exceeds'),
  });
  return { below: row('below'), meets: row('meets'), exceeds: row('exceeds') };
};

export function matrixFaultsIn({ matrix }: ScoreDocument): Problem[] {
  if (!matrix) return [];
  const written = matrixOf((results, methods) =>
    toCell(matrix[results]?.[methods], defaultMatrix[results][methods]),
  );
  return matrixFaults(written).map(({ place, message }) =>
    fault('MTX-not-sound', ['matrix', place.results, place.methods], message),
  );
}

/** A matrix with a hole was refused before. */
const soundMatrix = ({ matrix }: ScoreDocument): Matrix =>
  matrixOf((results, methods) => {
    const usual = defaultMatrix[results][methods];
    return toCell(matrix?.[results]?.[methods], usual) ?? usual;
  });

export function methodsReport(
  document: ScoreDocument,
  { methods, ratings, rules }: RatingsRead,
  scores: Scores,
): Record<string, MethodsReport> {
  const byComponent = Map.groupBy(methods, ({ componentId }) => componentId);
  return Object.fromEntries(
    [...byComponent].map(([componentId, own]): [string, MethodsReport] => {
      const { score, outcome, reason, coverage, items } = scoreMethods(
        own.map(({ item }) => item),
        ratings,
        rules,
      );
      const results = scores.components.get(componentId)?.score;
      const { blend: q } = document;
      return [
        componentId,
        {
          score,
          outcome,
          outcomeReason: reason === 'no_observation' ? 'missing' : reason,
          coverage,
          items,
          overall: overallOf(results?.outcome ?? null, outcome, soundMatrix(document)),
          blend:
            q != null && results?.score != null && score !== null ? blendOf(results.score, score, q) : null,
        },
      ];
    }),
  );
}
