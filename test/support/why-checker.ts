// Checks a causal chain by other means than those that made it: guards are asked again of feelin with the kept
// values alone, and causes are looked for in the effects of the steps that they name.
import { evaluate } from 'feelin';
import type { Cycle, Json, RecordedStep, Why, WhyLink } from '../../engine/index.ts';

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
      ...(index > 0 && link.because !== why.links[index - 1]?.revision ? ['the chain has a gap'] : []),
      ...link.taken.flatMap((taken) => faultsOfTaken(taken, link, cycleOf(link.revision))),
    ]),
  ];
}
