// The evidence that a judgement names: what was observed and said of its plan's component in the period. Everybody reads
// of it what they may read without it: the feedback that only its author may read stays theirs.
import type { z } from 'zod';
import { localDateOf, type Observation, type Period } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { componentsWithReadableGoals, isVisible } from '../../access/visibility.ts';
import type { evidenceWire } from '../../routes/wire/ratings.ts';
import { ancestorsOf } from '../../store/queries/components.ts';
import { type FeedbackInContext, findFeedback } from '../../store/queries/feedback.ts';
import { findMeasure } from '../../store/queries/measures.ts';
import { findObservation } from '../../store/queries/observations.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import { feedbackSightOf } from '../feedback/feedback-sight.ts';

type EvidenceItem = z.infer<typeof evidenceWire>;

interface Place {
  planId: string;
  componentId: string;
  period: Period;
}

export type FindEvidence = (id: string) => Promise<EvidenceItem | null>;

async function isAtOrBelow(db: Db, componentId: string | null, place: Place): Promise<boolean> {
  if (componentId === null || componentId === place.componentId) return componentId !== null;
  return (await ancestorsOf(db, componentId)).some(({ id }) => id === place.componentId);
}

async function toObserved(db: Db, one: Observation): Promise<EvidenceItem> {
  const measure = (await findMeasure(db, one.measureId))?.measure;
  const { id, value, numerator, denominator, periodStart, periodEnd } = one;
  return {
    ...{ kind: 'observation', id, value, numerator, denominator, periodStart, periodEnd },
    title: measure?.title ?? one.measureId,
    unit: measure?.unit ?? '',
  };
}

const toSaid = ({ id, text, at, authorId, authorName }: FeedbackInContext): EvidenceItem => ({
  ...{ kind: 'feedback', id, text, at },
  author: { id: authorId, name: authorName ?? authorId },
});

const isWithin = ({ start, end }: Period, day: string): boolean => start <= day && day <= end;
const overlaps = ({ start, end }: Period, { periodStart, periodEnd }: Observation): boolean =>
  periodStart <= end && periodEnd >= start;

/** Null: there is none of the id in the plan's period that the actor may read. */
export async function makeFindEvidence(db: Db, actor: Actor, place: Place): Promise<FindEvidence> {
  const scope = scopeOf(actor, 'observations.read');
  const readable = scope ? await componentsWithReadableGoals(db, actor, scope) : new Set<string>();
  const sight = await feedbackSightOf(db, actor);
  const zone = await componentZone(db, place.componentId);
  return async (id) => {
    const seen = await findObservation(db, id);
    if (seen) {
      const { status, componentId } = seen;
      const belongs = status !== 'void' && overlaps(place.period, seen);
      const isRead = belongs && isVisible(readable, componentId);
      return isRead && (await isAtOrBelow(db, componentId, place)) ? toObserved(db, seen) : null;
    }
    const said = await findFeedback(db, id, sight);
    if (!said) return null;
    const belongs =
      said.planId === place.planId ||
      (isWithin(place.period, localDateOf(said.at, zone)) &&
        (await isAtOrBelow(db, said.componentId, place)));
    return belongs ? toSaid(said) : null;
  };
}

/** Without those that the reader may not read, which are not counted either. */
export async function readEvidence(find: FindEvidence, ids: readonly string[] = []): Promise<EvidenceItem[]> {
  const found: EvidenceItem[] = [];
  for (const id of ids) {
    const item = await find(id);
    if (item) found.push(item);
  }
  return found;
}
