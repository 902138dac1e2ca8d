// What is to happen to a simulated plan, each at its instant.
import type { OpenTaskEffect } from '../model/effect.ts';
import type { TaskKey, TimerId } from '../model/ids.ts';
import type { Activation } from '../model/plan.ts';
import type { Instant } from '../model/time.ts';
import type { TaskTally } from './tally.ts';
import type { OutsideEvent, Working } from './world.ts';

export interface Worker {
  person: string;
  at: number;
}

export interface OpenWork {
  key: TaskKey;
  activation: Activation;
  /** How its kind is worked, and what is counted of it. */
  working: Working;
  tally: TaskTally;
  due: Instant | null;
  /** Who will have worked it by then; nobody when the assignee means nobody. */
  workers: Worker[];
  escalations: OpenTaskEffect['escalations'];
  tries: number;
  /** The results that the plan did not let pass, each as its text. */
  refused: Set<string>;
}

export type Pending = { at: number } & (
  | { kind: 'timer'; id: TimerId; activation: Activation }
  | { kind: 'children' }
  | { kind: 'outside'; event: OutsideEvent }
  | { kind: 'work'; work: OpenWork }
  | { kind: 'overdue'; work: OpenWork }
);

/** At one instant, in this order: the clock's own doing before that of people. */
const ranks: Record<Pending['kind'], number> = { timer: 0, children: 1, outside: 2, work: 3, overdue: 4 };

const isBefore = (a: Pending, b: Pending): boolean =>
  a.at === b.at ? ranks[a.kind] < ranks[b.kind] : a.at < b.at;

/** Takes out what happens first; among equals what was put in first. A plan waits for few things at once. */
export function takeFirst(queue: Pending[]): Pending | null {
  let [first] = queue;
  let place = 0;
  if (!first) return null;
  for (let next = 1; next < queue.length; next++) {
    const pending = queue[next];
    if (!pending || !isBefore(pending, first)) continue;
    first = pending;
    place = next;
  }
  queue.copyWithin(place, place + 1);
  queue.pop();
  return first;
}

/** Takes out the ones that it holds for. */
export function drop(queue: Pending[], holds: (pending: Pending) => boolean): void {
  let kept = 0;
  for (const pending of queue) {
    if (holds(pending)) continue;
    queue[kept] = pending;
    kept += 1;
  }
  queue.length = kept;
}
