// ALN-01 to ALN-03: how goals serve other goals.
import type { Problem } from '../../model/problem.ts';
import { alignmentCycle } from '../../score/alignment.ts';
import { finding, type GoalView } from './records.ts';

function circle({ goals }: GoalView): Problem[] {
  const path = alignmentCycle(goals.map(({ record }) => record));
  const [first] = path ?? [];
  const at = goals.find(({ record }) => record.id === first);
  if (!path || !at) return [];
  const titles = path.map((id) => goals.find(({ record }) => record.id === id)?.record.title ?? id);
  const message = `These goals serve each other in a circle: ${titles.join(' → ')}. Take one link away.`;
  const related = path.slice(1, -1).flatMap((id) => {
    const other = goals.find(({ record }) => record.id === id);
    return other ? [{ pointer: `${other.place}/alignments`, stage: null, note: 'Part of the circle.' }] : [];
  });
  return [{ ...finding('ALN-01', 'error', `${at.place}/alignments`, message), related }];
}

const unitOf = ({ kind, unit }: { kind: string; unit: string }): string => `${kind} ${unit.trim()}`;

/** Values are added up only when they are counted in the same unit. */
function addedUp({ measures }: GoalView): Problem[] {
  const byId = new Map(measures.map(({ record }) => [record.id, record]));
  return measures.flatMap(({ record, place }) =>
    (record.valueFrom ?? []).flatMap((id, index) => {
      const part = byId.get(id);
      if (!part || unitOf(part) === unitOf(record)) return [];
      const message = `“${record.title}” adds up ${record.unit} and takes “${part.title}” in ${part.unit} with it. Convert it first, or let its score count instead.`;
      return [finding('ALN-02', 'error', `${place}/valueFrom/${index}`, message)];
    }),
  );
}

/** Decimal shares such as three times a third add up to one. */
const tolerance = 1e-6;

const doubled = ({ goals }: GoalView): Problem[] =>
  goals.flatMap(({ record, place }) => {
    const shares = record.alignments.filter(({ mode }) => mode === 'contributes');
    const total = shares.reduce((sum, { share }) => sum + share, 0);
    if (total <= 1 + tolerance) return [];
    const given = Number(total.toFixed(4));
    const message =
      shares.length === 1
        ? `“${record.title}” gives a share of ${given} to a goal, so that it counts more than once. Let it be 1 at most.`
        : `“${record.title}” gives shares of ${given} in total to ${shares.length} goals, so that it counts more than once. Let them add up to 1 at most.`;
    return [finding('ALN-03', 'warning', `${place}/alignments`, message)];
  });

export const checkAlignments = (view: GoalView): Problem[] => [
  ...circle(view),
  ...addedUp(view),
  ...doubled(view),
];
