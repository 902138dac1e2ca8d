// How plans came out, by the kind of their component. Pure.
import { componentKinds } from '../../engine/index.ts';
import type { OutcomeCount } from '../store/queries/plan-outcomes.ts';

/** Plans that have an outcome, or ended without one. Kinds without any are left out. */
export function countOutcomes(counts: readonly OutcomeCount[]) {
  return componentKinds.flatMap((kind) => {
    const judged = counts.filter(
      (one) => one.componentKind === kind && (one.outcome || one.status === 'ended'),
    );
    const having = (outcome: string | null) =>
      judged.reduce((sum, one) => (one.outcome === outcome ? sum + one.count : sum), 0);
    if (judged.length === 0) return [];
    return [
      {
        kind,
        below: having('below'),
        meets: having('meets'),
        exceeds: having('exceeds'),
        notScored: having(null),
      },
    ];
  });
}
