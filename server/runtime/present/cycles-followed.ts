// Which version of its cycle a plan followed at each revision: another one since each of its migrations.
import {
  type CompiledCycle,
  changesVersion,
  type Discretion,
  discretionOf,
  type Plan,
} from '../../../engine/index.ts';
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

/** `lines` are at least those of the plan's history that changed its version. */
export async function cyclesFollowed(
  { cycles }: Deps,
  db: Db,
  { plan, lines }: { plan: Plan; lines: readonly StoredLine[] },
): Promise<(revision: number) => CompiledCycle> {
  const spans = spansOf(plan, lines);
  const found = new Map<number, CompiledCycle>();
  for (const { version } of spans) {
    const compiled = await cycles.find(db, plan.cycleId, version);
    if (!compiled)
      throw new Error(`Version ${version} of ${plan.cycleId} is not there, but ${plan.id} followed it.`);
    found.set(version, compiled);
  }
  return (revision) => {
    const version = spans.findLast(({ since }) => since <= revision)?.version;
    const compiled = found.get(version ?? plan.cycleVersion);
    if (!compiled) throw new Error(`${plan.id} never followed version ${version}.`);
    return compiled;
  };
}

/** What each step of a plan may tell to whoever reads of it. */
export function discretionAt(cycleOf: (revision: number) => CompiledCycle): Discretion {
  const known = new Map<CompiledCycle, Discretion>();
  return (step) => {
    const compiled = cycleOf(step.revision);
    const discretion = known.get(compiled) ?? discretionOf(compiled);
    known.set(compiled, discretion);
    return discretion(step);
  };
}
