// When what an ended plan keeps goes: so long after its end as its cycle says, by the days of its place.
import { addSpan, type Cycle, isSpan } from '../../../engine/index.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { type EndedPlan, type Kept, type KeptKind, keptKinds } from '../../store/queries/plan-keeping.ts';
import type { Db } from '../../store/schema.ts';
import type { Calendars } from '../organisation/calendars.ts';

/** What cannot be read as a span is kept: nothing goes by a guess. */
export async function spansOf(
  db: Db,
  { cycleId, version }: Pick<EndedPlan, 'cycleId' | 'version'>,
): Promise<Partial<Record<KeptKind, string>>> {
  const row = await findCycleVersion(db, cycleId, version);
  const cycle: Cycle | null = row ? JSON.parse(row.document) : null;
  const said = keptKinds.flatMap((kind) => {
    const span = cycle?.retention?.[kind];
    return span !== undefined && isSpan(span) ? [[kind, span] as const] : [];
  });
  return Object.fromEntries(said);
}

export async function keepingOf(db: Db, calendars: Calendars, plan: EndedPlan): Promise<Kept> {
  const spans = Object.entries(await spansOf(db, plan));
  if (spans.length === 0) return {};
  const lineage = await lineageOf(db, plan.componentId);
  const calendar = calendars.of(lineage, Number(plan.movedAt.slice(0, 4)));
  const dues = spans.map(([kind, span]) => [
    kind,
    { dueAt: addSpan(plan.movedAt, span, calendar), goneAt: null },
  ]);
  return Object.fromEntries(dues);
}
