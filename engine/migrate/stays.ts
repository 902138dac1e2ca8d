// Since when a plan has been in each of its stages, and the number of each stay: worked out from its history,
// because a plan itself only says so where it holds a task or a timer.
import type { StageId } from '../model/ids.ts';
import type { Activation } from '../model/plan.ts';
import type { Instant } from '../model/time.ts';
import type { StageCarried } from './plan-migration.ts';

export interface Stay {
  activation: Activation;
  since: Instant;
}

export type Stays = ReadonlyMap<StageId, Stay>;

/** What a history line says of the way that a step went. */
export interface StayLine {
  at: Instant;
  type: string;
  left: readonly StageId[];
  entered: readonly StageId[];
  /** Of a migration: the stages that went on under another name. */
  carried: readonly StageCarried[];
}

export const migratedEvent = 'plan.migrated';
export const undoneEvent = 'plan.migration-undone';

/** Since such an event the plan follows another version. */
export const changesVersion = ({ type }: { type: string }): boolean =>
  type === migratedEvent || type === undoneEvent;

interface Count {
  activations: number;
  stays: Map<StageId, Stay>;
}

function walked({ activations, stays }: Count, { at, left, entered, carried }: StayLine): Count {
  const next = new Map(stays);
  // What is left is told by its old name, which another stage may have taken over.
  for (const stage of [...left, ...carried.map(({ from }) => from)]) next.delete(stage);
  for (const { from, to } of carried) {
    const stay = stays.get(from);
    if (stay) next.set(to, stay);
  }
  let count = activations;
  for (const stage of entered) {
    count += 1;
    next.set(stage, { activation: count, since: at });
  }
  return { activations: count, stays: next };
}

/** Oldest first. A migration that was undone never was. Of the answer only the stages that are active count. */
export function staysOf(lines: readonly StayLine[]): Stays {
  let count: Count = { activations: 0, stays: new Map() };
  let before = count;
  for (const line of lines) {
    if (line.type === undoneEvent) {
      count = before;
      continue;
    }
    if (line.type === migratedEvent) before = count;
    count = walked(count, line);
  }
  return count.stays;
}
