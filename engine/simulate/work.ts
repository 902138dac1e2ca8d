// Tasks of a simulated plan: who has them, when they will be done, and with which result.
import type { OpenTaskEffect } from '../model/effect.ts';
import type { JsonObject } from '../model/json.ts';
import { dayLength, millisecondsOf, weekOfDay } from '../time/civil.ts';
import { give, type Moved, type Passage } from './passage.ts';
import { drop, type OpenWork, type Worker } from './pending.ts';
import { taskTally } from './tally.ts';
import type { Working, World } from './world.ts';

/** Somebody whose result is refused tries again on the next working day, and in the end gives up. */
const maxTries = 10;
/** Enough for a choice of one in twenty; whoever has no other choice stops looking for one. */
const maxDraws = 100;

/** One of a role that any may do is claimed by one of them. */
function seatsOf(
  { world, component, random }: Passage,
  { assignee, complete }: OpenTaskEffect,
): readonly string[] {
  const people = world.directory.resolve(component, assignee);
  if (people.length < 2 || complete !== 'any' || !assignee.startsWith('role:')) return people;
  return people.slice(Math.floor(random.next() * people.length)).slice(0, 1);
}

const neededOf = (rule: OpenTaskEffect['complete'], seats: number): number =>
  rule === 'any' ? 1 : rule === 'all' ? seats : Math.min(rule, seats);

/** When each seat's share is done; nobody's is done too, by whoever takes it up. */
function workersOf(
  passage: Passage,
  seats: readonly string[],
  effect: OpenTaskEffect,
  working: Working,
): Worker[] {
  const { random, now, clock } = passage;
  const { duration, unit, together } = working;
  const people = seats.length === 0 ? [''] : seats;
  const needed = Math.max(1, neededOf(effect.complete, people.length));
  if (together) {
    const at = clock(now, duration(random), unit);
    const first = people.length === needed ? 0 : Math.floor(random.next() * people.length);
    return [...people.slice(first), ...people.slice(0, first)]
      .slice(0, needed)
      .map((person) => ({ person, at }));
  }
  const workers = people.map((person) => ({ person, at: clock(now, duration(random), unit) }));
  if (workers.length === 1) return workers;
  return workers.sort((a, b) => a.at - b.at).slice(0, needed);
}

export function openWork(passage: Passage, effect: OpenTaskEffect): void {
  const { queue, now, world } = passage;
  const { key, activation, form } = effect;
  const seats = seatsOf(passage, effect);
  const tally = taskTally(world.tally, key, form);
  const working = world.working(key, form);
  tally.opened += 1;
  if (seats.length === 0) tally.unassigned += 1;
  const work: OpenWork = {
    key,
    activation,
    working,
    tally,
    due: effect.dueAt,
    workers: workersOf(passage, seats, effect, working),
    escalations: effect.escalations,
    tries: 0,
    refused: new Set(),
  };
  passage.open.set(key, work);
  queue.push({ kind: 'work', work, at: work.workers.at(-1)?.at ?? now });
  if (effect.dueAt !== null && world.hears(working.overdue))
    queue.push({ kind: 'overdue', work, at: millisecondsOf(effect.dueAt) });
}

/** The task is gone from the plan, for whichever reason. */
export function closeWork(passage: Passage, key: string, completed: boolean): void {
  const work = passage.open.get(key);
  if (!work) return;
  passage.open.delete(key);
  drop(passage.queue, (pending) => 'work' in pending && pending.work === work);
  const { tally } = work;
  if (completed) tally.completed += 1;
  else tally.closed += 1;
  noteLateness(passage, work);
  if (completed) for (const worker of work.workers) addLoad(passage.world, work, worker);
}

/** What is still open when the simulation looks no further. */
export function leaveWork(passage: Passage): void {
  for (const work of passage.open.values()) {
    work.tally.open += 1;
    noteLateness(passage, work);
  }
}

function noteLateness(passage: Passage, work: OpenWork): void {
  const { tally } = work;
  if (work.due === null && work.escalations.length === 0) return;
  const now = passage.at;
  for (const { at } of work.escalations) if (at < now) tally.escalated += 1;
  if (work.due === null || now <= work.due) return;
  tally.late += 1;
  passage.late = true;
}

function addLoad({ tally }: World, { working }: OpenWork, { person, at }: Worker): void {
  if (person === '') return;
  tally.load.add(person, weekOfDay(Math.floor(at / dayLength)), working.minutes);
}

/** What was refused before is not said again while the form leaves something else to say. */
function drawOther({ goals, random }: Passage, { workers, working, refused }: OpenWork): JsonObject[] {
  const draw = () => workers.map(() => working.result(goals, random));
  let results = draw();
  for (let draws = 1; draws < maxDraws && refused.has(JSON.stringify(results)); draws += 1) results = draw();
  return results;
}

/** Null when the result was not let pass. */
export function doWork(passage: Passage, work: OpenWork): Moved | null {
  const { clock } = passage;
  const results = drawOther(passage, work);
  const step = give(passage, work.working.completed, {
    result: results.at(-1) ?? null,
    results,
    completedBy: work.workers.at(-1)?.person ?? '',
  });
  if (step.kind === 'moved') return step;
  work.tally.refused += 1;
  work.tries += 1;
  work.refused.add(JSON.stringify(results));
  if (work.tries >= maxTries) return null;
  const again = clock(passage.now, 1, 'working-days');
  for (const worker of work.workers) worker.at = again;
  passage.queue.push({ kind: 'work', work, at: again });
  return null;
}
