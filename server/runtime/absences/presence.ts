// Who is there and whom they have named, read for as many people as the search for a stand-in can reach.
import type { NamedSubstitute, Presence, TaskKind } from '../../../engine/index.ts';
import { listUnderWay } from '../../store/queries/absences.ts';
import { listStandInsOf } from '../../store/queries/stand-ins.ts';
import type { AbsenceRow, StandInRow } from '../../store/schema/organisation.ts';
import type { Db } from '../../store/schema.ts';

export interface KnownPresence extends Presence {
  /** The last day of the leave under way; null when they are there, or have left for good. */
  until: string | null;
  /** They have left for good. */
  gone: boolean;
}

const forLeave = ({ substituteId }: AbsenceRow): NamedSubstitute[] =>
  substituteId === null ? [] : [{ substituteId, always: false, kind: null }];
const forGood = ({ substituteId, always, kind }: StandInRow): NamedSubstitute => ({
  substituteId,
  always: always === 1,
  kind: kind as TaskKind | null,
});

function lastDay(absences: readonly AbsenceRow[]): string | null {
  if (absences.some(({ endsOn }) => endsOn === null)) return null;
  return (
    absences
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? null
  );
}

export async function presenceOf(db: Db, personId: string): Promise<KnownPresence> {
  const absences = await listUnderWay(db, personId);
  const rules = await listStandInsOf(db, personId);
  return {
    away: absences.length > 0,
    // Whom they named for this very leave goes before whom they named for good.
    named: [...absences.flatMap(forLeave), ...rules.map(forGood)],
    until: lastDay(absences),
    gone: absences.some(({ endsOn }) => endsOn === null),
  };
}

export async function presencesFrom(
  db: Db,
  people: readonly string[],
): Promise<ReadonlyMap<string, KnownPresence>> {
  const known = new Map<string, KnownPresence>();
  const open = [...people];
  for (let personId = open.pop(); personId !== undefined; personId = open.pop()) {
    if (known.has(personId)) continue;
    const presence = await presenceOf(db, personId);
    known.set(personId, presence);
    open.push(...presence.named.map(({ substituteId }) => substituteId));
  }
  return known;
}
