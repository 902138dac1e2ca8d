// How plans came out, by the kind of their component. Pure.
import { componentKinds } from '../../engine/index.ts';
import type { PlanPlace } from '../store/queries/reports.ts';

/** Plans that have an outcome, or ended without one. Kinds without any are left out. */
export function countOutcomes(places: readonly Pick<PlanPlace, 'componentKind' | 'status' | 'outcome'>[]) {
  return componentKinds.flatMap((kind) => {
    const judged = places.filter(
      (place) => place.componentKind === kind && (place.outcome || place.status === 'ended'),
    );
    const count = (outcome: string | null) => judged.filter((place) => place.outcome === outcome).length;
    if (judged.length === 0) return [];
    return [
      {
        kind,
        below: count('below'),
        meets: count('meets'),
        exceeds: count('exceeds'),
        notScored: count(null),
      },
    ];
  });
}
