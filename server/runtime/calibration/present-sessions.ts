// Calibration sessions as their reader sees them.
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { sessionDetailWire, sessionWire } from '../../routes/wire/calibration-sessions.ts';
import type { calibrationWire } from '../../routes/wire/calibrations.ts';
import { listMembers, type SessionInContext } from '../../store/queries/calibration-sessions.ts';
import type { Db } from '../../store/schema.ts';
import { mayDecide } from './may-decide.ts';
import { changesWithin, foundIn, leftBy } from './outcome-at.ts';
import type { Scored, Session } from './read-session.ts';

type Presented = z.input<typeof sessionWire>;
const states = ['planned', 'held', 'closed'] as const;
const nameOf = (id: string, name: string | null) => ({ id, name: name ?? id });

function presentLine(scored: Scored, actor: Actor) {
  const { items: _, cycleId: __, version: ___, rounds: ____, evidence, task, ...line } = scored;
  const open = task && { id: task.id, mayDecide: mayDecide({ ...line, task }, actor), dueAt: task.dueAt };
  return { ...line, evidence: evidence.length, task: open };
}

export const presentTable = (session: Session, actor: Actor): z.input<typeof calibrationWire> => ({
  launchId: session.launch.id,
  cycleId: session.launch.cycleId,
  version: session.launch.version,
  period: session.launch.period,
  groups: session.groups,
  tooMany: session.tooMany,
  lines: session.lines.map((line) => presentLine(line, actor)),
  findings: session.findings,
});

export async function presentSessions(
  db: Db,
  rows: readonly SessionInContext[],
  actor: Actor,
): Promise<Presented[]> {
  const members = Map.groupBy(
    await listMembers(
      db,
      rows.map(({ id }) => id),
    ),
    ({ sessionId }) => sessionId,
  );
  const isHr = scopeOf(actor, 'calibrations.plan') === 'all';
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    heldOn: row.heldOn,
    launchId: row.launchId,
    cycleId: row.cycleId,
    group: row.groupId === null ? null : nameOf(row.groupId, row.groupName),
    facilitator: nameOf(row.facilitatorId, row.facilitatorName),
    members: (members.get(row.id) ?? []).map(({ id, name }) => nameOf(id, name)),
    state: states.find((one) => one === row.state) ?? 'planned',
    heldAt: row.heldAt,
    closedAt: row.closedAt,
    mayChange: isHr && row.state === 'planned',
    mayMove: (isHr || row.facilitatorId === actor.id) && row.state !== 'closed',
  }));
}

/** What was found, what was left, and each change with who and why. */
export function presentResult(
  { heldAt, closedAt }: SessionInContext,
  table: Session | null,
): Pick<z.input<typeof sessionDetailWire>, 'before' | 'after' | 'changes'> {
  if (!table || heldAt === null) return { before: null, after: null, changes: [] };
  const { lines } = table;
  const held = { heldAt, closedAt };
  const changes = lines.flatMap((line) =>
    changesWithin(line, held).map((change) => ({
      ...change,
      planId: line.planId,
      name: line.owner?.name ?? line.componentName,
    })),
  );
  return {
    before: foundIn(lines, held),
    after: leftBy(lines, held),
    changes: changes.sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
