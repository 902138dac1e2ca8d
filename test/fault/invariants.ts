// What must hold in a data folder, read straight from its database after the server is gone.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Effect, Plan } from '../../engine/index.ts';
import type { Acknowledged } from './ledger.ts';

export interface Findings {
  /** Acknowledged events that history does not have exactly once, at the revision that was told. */
  lost: string[];
  /** Effects that are there more or less often than the steps asked for. */
  doubled: string[];
  /** Revisions that are missing or there twice. */
  gaps: string[];
  /** Open tasks and armed timers that differ from the plan's own. */
  astray: string[];
  /** Deliveries whose numbers have gaps, that came with another body, or that are called delivered and never came. */
  misdelivered: string[];
  plans: number;
  events: number;
}

interface Line {
  planId: string;
  eventId: string;
  revision: number;
  effects: string;
}
interface Stay {
  planId: string;
  name: string;
  activation: number;
}

const keyOf = ({ planId, name, activation }: Stay): string => `${planId} ${name} ${activation}`;

function countBy(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function differences(expected: Map<string, number>, found: Map<string, number>): string[] {
  const keys = new Set([...expected.keys(), ...found.keys()]);
  return [...keys]
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => `${key}: ${expected.get(key) ?? 0} expected, ${found.get(key) ?? 0} found`);
}

function findLost(lines: Line[], acknowledged: Acknowledged[]): string[] {
  const told = new Map(lines.map((line) => [`${line.planId} ${line.eventId}`, line.revision]));
  const counts = countBy(lines.map((line) => `${line.planId} ${line.eventId}`));
  return acknowledged
    .map(({ planId, eventId, revision }) => ({ key: `${planId} ${eventId}`, revision }))
    .filter(({ key, revision }) => counts.get(key) !== 1 || told.get(key) !== revision)
    .map(({ key }) => key);
}

/** Each plan's lines as its history is read: from the last one back. */
const followed = `
  with recursive back(seq) as (
    select lastLine from plans
    union all select previous from back join history using (seq) where previous is not null)
  select planId, revision from back join history using (seq) order by planId, revision`;

function findGaps(plans: Plan[], lines: Pick<Line, 'planId' | 'revision'>[]): string[] {
  return plans.flatMap(({ id, revision }) => {
    const revisions = lines.filter((line) => line.planId === id).map((line) => line.revision);
    const expected = Array.from({ length: revision }, (_, index) => index + 1);
    return revisions.join() === expected.join() ? [] : [`${id}: ${revisions.join()} up to ${revision}`];
  });
}

const stayOf = (line: Line, effect: { activation: number }, name: string): string =>
  keyOf({ planId: line.planId, name, activation: effect.activation });

/** The tasks that the steps asked for, by their history. */
const tasksAskedFor = (lines: Line[]): string[] =>
  lines.flatMap((line) => {
    const effects: Effect[] = JSON.parse(line.effects);
    return effects.flatMap((effect) =>
      effect.type === 'open-task' ? [stayOf(line, effect, effect.key)] : [],
    );
  });

function findAstray(plans: Plan[], openTasks: Stay[], timers: Stay[]): string[] {
  const tasksOfPlans = plans.flatMap((plan) =>
    Object.entries(plan.tasks).map(([name, task]) => keyOf({ planId: plan.id, name, ...task })),
  );
  const timersOfPlans = plans.flatMap((plan) =>
    Object.entries(plan.timers).map(([name, timer]) => keyOf({ planId: plan.id, name, ...timer })),
  );
  return [
    ...differences(countBy(tasksOfPlans), countBy(openTasks.map(keyOf))),
    ...differences(countBy(timersOfPlans), countBy(timers.map(keyOf))),
  ];
}

interface Delivery {
  id: string;
  planId: string;
  planSeq: number;
  body: string;
  state: string;
}
type Received = ReadonlyMap<string, ReadonlySet<string>>;

function findMisdelivered(deliveries: Delivery[], received: Received): string[] {
  const known = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const foreign = [...received].flatMap(([id, bodies]) =>
    bodies.size === 1 && bodies.has(known.get(id)?.body ?? '') ? [] : [`${id} came with another body`],
  );
  const missing = deliveries
    .filter(({ id, state }) => state === 'delivered' && !received.has(id))
    .map(({ id }) => `${id} never came`);
  const next = new Map<string, number>();
  const gaps = deliveries.flatMap(({ id, planId, planSeq }) => {
    const expected = (next.get(planId) ?? 0) + 1;
    next.set(planId, planSeq);
    return planSeq === expected ? [] : [`${id} has number ${planSeq} of ${planId}, not ${expected}`];
  });
  return [...foreign, ...missing, ...gaps];
}

export function examine(folder: string, acknowledged: Acknowledged[], received: Received): Findings {
  const database = new DatabaseSync(join(folder, 'cyclewright.db'));
  const all = <Row>(sql: string): Row[] => database.prepare(sql).all() as Row[];
  try {
    const plans = all<{ state: string }>('select state from plans').map((row): Plan => JSON.parse(row.state));
    const lines = all<Line>(
      'select planId, eventId, revision, effects from history order by planId, revision',
    );
    const tasks = all<Stay & { state: string }>('select planId, key as name, activation, state from tasks');
    const timers = all<Stay>("select planId, name, activation from timers where kind = 'stage'");
    const inbox = all<Line>('select planId, eventId, revision from inbox');
    const deliveries = all<Delivery>(
      'select id, planId, planSeq, body, state from deliveries order by planId, planSeq',
    );
    const openTasks = tasks.filter((task) => task.state === 'open');
    return {
      lost: findLost(lines, acknowledged),
      doubled: [
        ...differences(countBy(tasksAskedFor(lines)), countBy(tasks.map(keyOf))),
        ...differences(
          countBy(lines.map((line) => `${line.planId} ${line.eventId} ${line.revision}`)),
          countBy(inbox.map((row) => `${row.planId} ${row.eventId} ${row.revision}`)),
        ),
      ],
      gaps: [...findGaps(plans, lines), ...findGaps(plans, all(followed))],
      astray: findAstray(plans, openTasks, timers),
      misdelivered: findMisdelivered(deliveries, received),
      plans: plans.length,
      events: lines.length,
    };
  } finally {
    database.close();
  }
}
