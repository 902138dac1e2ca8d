// Checks a causal chain by other means than those that made it: guards and rows of decision tables are asked again of
// feelin with the kept values alone, causes are looked for in the effects of the steps that they name, and what is told
// of a step is held against its record.
import { evaluate, unaryTest } from 'feelin';
import type { Cycle, DecisionTrace, Json, RecordedStep, Why, WhyLink } from '../../engine/index.ts';

type Taken = WhyLink['taken'][number];
type Asked = NonNullable<Taken['guard']>;
type Context = { [name: string]: Json | Context };

function contextOf(values: Asked['values']): Context {
  const context: Context = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.').map((name) => name.trim());
    let place = context;
    for (const name of names.slice(0, -1)) {
      const next = place[name];
      const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? next : {};
      place[name] = inner;
      place = inner as Context;
    }
    const last = names.at(-1);
    if (last !== undefined) place[last] = value;
  }
  return context;
}

const holds = ({ guard, values }: Asked): boolean => {
  try {
    return evaluate(guard, contextOf(values)).value === true;
  } catch {
    return false;
  }
};

function transitionAt(cycle: Cycle, pointer: string): { to?: string; guard?: string } | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], cycle) as
    | { to?: string; guard?: string }
    | undefined;
}

function faultsOfTaken(taken: Taken, link: WhyLink, cycle: Cycle): string[] {
  const standing = transitionAt(cycle, taken.transition);
  const place = `revision ${link.revision}, ${taken.transition}`;
  if (!standing) return [`${place}: there is no such transition`];
  return [
    ...(standing.guard !== undefined && !taken.guard ? [`${place}: its guard was not asked`] : []),
    ...(taken.guard && !holds(taken.guard) ? [`${place}: its guard does not hold`] : []),
    ...taken.refused.filter(holds).map(({ guard }) => `${place}: ${guard} was refused and holds`),
    ...((standing.to ?? null) === taken.to ? [] : [`${place}: leads elsewhere`]),
  ];
}

const says = (cell: string): boolean => cell !== '' && cell !== '-';

function passes(cell: string, value: Json): boolean {
  try {
    return !says(cell) || unaryTest(cell, { '?': value }).value === true;
  } catch {
    return false;
  }
}

/** What the rows give whose hit policy takes one of them. */
const oneOf: ReadonlySet<string> = new Set(['U', 'A', 'F']);

function faultsOfDecision(trace: DecisionTrace, revision: number, cycle: Cycle): string[] {
  const logic = cycle.decisions?.[trace.decision]?.logic;
  if (logic?.kind !== 'table') return [];
  const { hit = 'U' } = logic;
  const matching = logic.rules.flatMap(({ when }, row) =>
    when.every((cell, column) => passes(cell, trace.inputs[column]?.value ?? null)) ? [row] : [],
  );
  const rows = hit === 'F' ? matching.slice(0, 1) : matching;
  const [given] = logic.rules[rows[0] ?? -1]?.give ?? [];
  const value = given === undefined ? null : evaluate(given, {}).value;
  const place = `revision ${revision}, decision ${trace.decision}`;
  return [
    ...(JSON.stringify(trace.rows.toSorted((a, b) => a - b)) === JSON.stringify(rows)
      ? []
      : [`${place}: other rules match`]),
    ...(!oneOf.has(hit) || trace.problems.length > 0 || value === trace.value
      ? []
      : [`${place}: its rule gives something else`]),
  ];
}

const faultsOfDecisions = ({ effects, revision }: WhyLink, cycle: Cycle): string[] =>
  effects
    .flatMap((effect) => (effect.type === 'record-decisions' ? effect.decisions : []))
    .flatMap((trace) => faultsOfDecision(trace, revision, cycle));

/** What the step was and asked for, as it was recorded. */
function faultsOfRecord(link: WhyLink, steps: readonly RecordedStep[]): string[] {
  const step = steps.find(({ revision }) => revision === link.revision);
  const told = JSON.stringify([link.event, link.at, link.actor, link.entered, link.effects]);
  const kept = step && JSON.stringify([step.event, step.at, step.actor, step.moves.entered, step.effects]);
  return told === kept ? [] : [`revision ${link.revision}: it is not as it was recorded`];
}

function explains(cause: RecordedStep, { event }: WhyLink): boolean {
  // What was open or armed is carried over, so a migration explains what its own cause explains.
  if (cause.event.type === 'plan.migrated' || cause.event.type === 'plan.migration-undone') return true;
  const [, task] = /^task\.(.+)\.(?:completed|overdue)$/.exec(event.type) ?? [];
  const [, timer] = /^timer\.(.+)$/.exec(event.type) ?? [];
  if (task) return cause.effects.some((effect) => effect.type === 'open-task' && effect.key === task);
  if (!timer) return true;
  return cause.effects.some((effect) => effect.type === 'arm-timer' && effect.timerId === timer);
}

function faultsOfCause(link: WhyLink, steps: readonly RecordedStep[], index: number): string[] {
  if (index === 0) return link.because === null ? [] : ['the chain does not begin at a beginning'];
  const cause = steps.find(({ revision }) => revision === link.because);
  if (!cause || cause.revision >= link.revision)
    return [`revision ${link.revision}: its cause is not before it`];
  return explains(cause, link) ? [] : [`revision ${link.revision}: its cause did not ask for it`];
}

const isMigration = (link: WhyLink): boolean =>
  link.event.type === 'plan.migrated' || link.event.type === 'plan.migration-undone';

/** The last link led to where the plan is, or took it there to another version. */
function leadsHere(last: WhyLink | undefined, stage: readonly string[]): boolean {
  if (last && isMigration(last)) return true;
  return last?.entered.some((id) => stage.includes(id)) ?? false;
}

/** Empty when every claim of the chain is so. `cycleOf` gives the document that a revision followed. */
export function faultsOf(
  why: Why,
  steps: readonly RecordedStep[],
  cycleOf: (revision: number) => Cycle,
): string[] {
  const last = why.links.at(-1);
  return [
    ...(why.links[0]?.revision === steps[0]?.revision ? [] : ['the chain does not reach the start']),
    ...(leadsHere(last, why.stage) ? [] : ['the last link did not lead here']),
    ...why.links.flatMap((link, index) => [
      ...faultsOfCause(link, steps, index),
      ...faultsOfRecord(link, steps),
      ...faultsOfDecisions(link, cycleOf(link.revision)),
      ...(index > 0 && link.because !== why.links[index - 1]?.revision ? ['the chain has a gap'] : []),
      ...link.taken.flatMap((taken) => faultsOfTaken(taken, link, cycleOf(link.revision))),
    ]),
  ];
}
