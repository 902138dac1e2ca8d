// Which version of its cycle a plan followed at each revision: another one since each of its migrations.
import { type Cycle, changesVersion, type Plan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { StoredLine } from '../../store/queries/history.ts';
import type { Db } from '../../store/schema.ts';

interface Span {
  since: number;
  version: number;
}

function spansOf(plan: Plan, lines: readonly StoredLine[]): Span[] {
  const changes = lines.filter(({ event }) => changesVersion(event));
  const first = Number(changes[0]?.event.data.from ?? plan.cycleVersion);
  return [
    { since: 1, version: first },
    ...changes.map(({ revision, event }) => ({ since: revision, version: Number(event.data.to) })),
  ];
}

/** `lines` are the plan's whole history. */
export async function cyclesFollowed(
  { cycles }: Deps,
  db: Db,
  { plan, lines }: { plan: Plan; lines: readonly StoredLine[] },
): Promise<(revision: number) => Cycle> {
  const spans = spansOf(plan, lines);
  const found = new Map<number, Cycle>();
  for (const { version } of spans) {
    const compiled = await cycles.find(db, plan.cycleId, version);
    if (!compiled)
      throw new Error(`Version ${version} of ${plan.cycleId} is not there, but ${plan.id} followed it.`);
    found.set(version, compiled.cycle);
  }
  return (revision) => {
    const version = spans.findLast(({ since }) => since <= revision)?.version;
    const cycle = found.get(version ?? plan.cycleVersion);
    if (!cycle) throw new Error(`${plan.id} never followed version ${version}.`);
    return cycle;
  };
}
