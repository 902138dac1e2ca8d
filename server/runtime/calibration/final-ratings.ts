// How plans were judged, first by their rater and in the end, and the same as raters are compared with each other.
import { type Outcome, outcomes, type RoundAppraisal } from '../../../engine/index.ts';
import type { Places } from '../../reports/boards/places.ts';
import type { Judged } from '../../store/queries/judged.ts';

export interface FinalRating {
  planId: string;
  componentId: string;
  ownerId: string | null;
  raterId: string;
  /** What the rater gave. */
  rated: Outcome | null;
  /** As sessions left them. */
  results: Outcome | null;
  methods: Outcome | null;
  /** JSON, where nothing is said of the whole. */
  goals: string | null;
}

const outcomeOf = (said: string | null): Outcome | null =>
  outcomes.find((outcome) => outcome === said) ?? null;
export const levelOf = (outcome: Outcome | null): number | null =>
  outcome === null ? null : outcomes.indexOf(outcome) + 1;

interface Standing extends FinalRating {
  /** When a session last decided, of this rating or of one before. */
  decidedAt: string | null;
  isDecided: boolean;
}

/**
 * One for each plan. An appraisal begins anew, and each session rests on what was there before it. One that was asked for
 * before a session decided is late: it tells who rated, and nothing once the next was given.
 */
export function finalRatings(judged: readonly Judged[]): FinalRating[] {
  const found = new Map<string, Standing>();
  for (const { form, by, results, methods, goals, askedAt, completedAt, ...of } of judged) {
    const said = { results: outcomeOf(results), methods: outcomeOf(methods) };
    const given = { raterId: by ?? '', rated: said.results };
    const before = found.get(of.planId);
    const decidedAt = before?.decidedAt ?? null;
    if (form !== 'appraisal')
      found.set(of.planId, {
        ...(before ?? { ...of, raterId: '', rated: null, goals: null }),
        results: said.results ?? before?.results ?? null,
        methods: said.methods ?? before?.methods ?? null,
        ...{ decidedAt: completedAt, isDecided: true },
      });
    else if (!before || decidedAt === null || askedAt >= decidedAt)
      found.set(of.planId, { ...of, ...said, ...given, goals, decidedAt, isDecided: false });
    else if (before.isDecided) found.set(of.planId, { ...before, ...given });
  }
  return [...found.values()].map(({ decidedAt: _, isDecided: __, ...rating }) => rating);
}

/** What lies above a component, nearest first. */
export const partsAbove = (places: Pick<Places, 'chainOf'>, componentId: string): string[] =>
  places
    .chainOf(componentId)
    .slice(1)
    .map(({ id }) => id);

/** Of a person with several plans the last counts. */
export function toCompare(
  ratings: readonly FinalRating[],
  places: Pick<Places, 'chainOf'>,
): RoundAppraisal[] {
  const bySubject = new Map<string, RoundAppraisal>();
  for (const { planId, componentId, ownerId, raterId, rated } of ratings) {
    if (rated === null) continue;
    const subjectId = ownerId ?? componentId;
    const [group = '', ...above] = partsAbove(places, componentId);
    bySubject.set(subjectId, { planId, subjectId, raterId, group, above, level: levelOf(rated) });
  }
  return [...bySubject.values()];
}
