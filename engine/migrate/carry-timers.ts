// The timers of a plan in the new version: kept, re-based or restarted by policy; those that the new version has
// besides are armed. None is dropped unless the mapping says so.
import type { StageId, TimerId } from '../model/ids.ts';
import type { ArmedTimer, Plan } from '../model/plan.ts';
import { pointerTo } from '../model/pointer.ts';
import type { Instant } from '../model/time.ts';
import type { Draft } from '../statechart/step/draft.ts';
import { instantOf } from '../statechart/step/instant-of.ts';
import type { DefinedTimer } from './definitions.ts';
import type { NewStay, NewStays } from './new-stays.ts';
import type { Passage, TimerTarget, Versions } from './passage.ts';
import type { Question, TimerPassage } from './plan-migration.ts';

export interface Carrying {
  /** Of the new version, with the plan as far as it is carried; expressions are evaluated in it. */
  draft: Draft;
  plan: Plan;
  versions: Versions;
  passage: Passage;
  news: NewStays;
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Timers of the new version that could take over: of stages where the plan stands, and meant for no other. */
function choicesFor({ versions, news, passage }: Carrying): (TimerId | null)[] {
  const taken = new Set([...passage.timers.values()].map((target) => target?.to));
  const free = [...versions.to.timers.values()].filter(
    ({ id, stage }) => news.stays.has(stage) && !taken.has(id),
  );
  return [...free.map(({ id }) => id), null];
}

function question(carrying: Carrying, id: TimerId, why: string): Question {
  return {
    about: 'timer',
    of: id,
    pointer: pointerTo('timers', id),
    choices: choicesFor(carrying),
    message: `The timer “${id}” ${why}. Say which timer it becomes, or cancel it with null.`,
  };
}

/** One without an id is called after its place, where another may stand by now. */
const whyAsked = (carrying: Carrying, id: TimerId): string =>
  choicesFor(carrying).includes(id)
    ? 'may be another one now: what the new version calls so has another delay and leads elsewhere'
    : 'has no counterpart';

function dueAtOf(
  { draft }: Carrying,
  timer: ArmedTimer,
  { policy }: TimerTarget,
  { definition, since }: { definition: DefinedTimer; since: Instant },
): Instant | null {
  if (policy === 'keep') return timer.dueAt;
  const { at } = draft.situation;
  const due = instantOf(draft, definition, policy === 'rebase' ? since : at);
  // What would have been due before is due at once.
  return due === null ? null : latest(due, at);
}

type Carried = { kind: 'passage'; passage: TimerPassage } | { kind: 'question'; question: Question };

/** An event raised with a delay is heard wherever the plan is then: it stays as it is, however its stage is called. */
function carryRaise({ versions, passage }: Carrying, id: TimerId, timer: ArmedTimer): Carried {
  const { stage, activation, dueAt } = timer;
  const target = passage.stages.get(stage)?.[0] ?? '';
  return {
    kind: 'passage',
    passage: {
      kind: 'carried',
      from: id,
      to: id,
      stage: versions.to.index.has(target) ? target : '',
      activation: { from: activation, to: activation },
      policy: 'keep',
      before: dueAt,
      dueAt,
    },
  };
}

function carryTimer(carrying: Carrying, id: TimerId, timer: ArmedTimer): Carried | null {
  const { versions, passage, news, draft } = carrying;
  if (timer.raises) return carryRaise(carrying, id, timer);
  const target = passage.timers.get(id);
  if (target === null) {
    const cancelled = {
      kind: 'cancelled',
      from: id,
      activation: timer.activation,
      before: timer.dueAt,
    } as const;
    return { kind: 'passage', passage: cancelled };
  }
  if (target === undefined)
    return { kind: 'question', question: question(carrying, id, whyAsked(carrying, id)) };
  const definition = versions.to.timers.get(target.to);
  const stay = definition && news.stays.get(definition.stage);
  if (!definition || !stay) {
    const why = `would belong to “${definition?.stage ?? ''}”, where the plan does not stand`;
    return { kind: 'question', question: question(carrying, id, why) };
  }
  const dueAt = dueAtOf(carrying, timer, target, { definition, since: sinceWhen(stay, draft) });
  if (dueAt === null) return null;
  return {
    kind: 'passage',
    passage: {
      kind: 'carried',
      from: id,
      to: target.to,
      stage: stay.stage,
      activation: { from: timer.activation, to: stay.activation },
      policy: target.policy,
      before: timer.dueAt,
      dueAt,
    },
  };
}

const sinceWhen = ({ since }: NewStay, { situation }: Draft): Instant =>
  since < situation.at ? since : situation.at;

/** A timer that its stage had already is armed, or spent; only others are new. */
function isNew({ versions, passage, news }: Carrying, { id }: DefinedTimer): boolean {
  const before = [...passage.timers].filter(([, target]) => target?.to === id).map(([from]) => from);
  return !before.some((from) => isActive(versions.from.timers.get(from)?.stage, news));
}

const isActive = (stage: StageId | undefined, { active }: NewStays): boolean =>
  stage !== undefined && active.has(stage);

function arm(carrying: Carrying, definition: DefinedTimer, stay: NewStay): TimerPassage[] {
  const { draft, passage } = carrying;
  const { at } = draft.situation;
  const from = passage.instants === 'rebase' ? sinceWhen(stay, draft) : at;
  const due = instantOf(draft, definition, from);
  if (due === null) return [];
  const { stage, activation } = stay;
  return [{ kind: 'armed', to: definition.id, stage, activation, dueAt: latest(due, at) }];
}

export interface CarriedTimers {
  timers: TimerPassage[];
  questions: Question[];
}

/** In the plan's order, then those that are new in document order. A fault is left in the draft. */
export function carryTimers(carrying: Carrying): CarriedTimers {
  const { plan, versions, passage, news, draft } = carrying;
  const carried = Object.entries(plan.timers).flatMap(([id, timer]) => carryTimer(carrying, id, timer) ?? []);
  const timers = carried.flatMap((one) => (one.kind === 'passage' ? [one.passage] : []));
  const questions = carried.flatMap((one) => (one.kind === 'question' ? [one.question] : []));
  const taken = new Set(timers.flatMap((one) => (one.kind === 'carried' ? [one.to] : [])));
  const added = [...versions.to.timers.values()].flatMap((definition) => {
    const stay = news.stays.get(definition.stage);
    if (!stay || draft.fault || taken.has(definition.id) || !passage.arms(definition.id)) return [];
    return isNew(carrying, definition) ? arm(carrying, definition, stay) : [];
  });
  return { timers: [...timers, ...added], questions };
}
