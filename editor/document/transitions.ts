// The transitions of a cycle as one list with their addresses, and rewriting one of them.
import type { Cycle, DelayedTransition, StageId, Transition } from '../../engine/index.ts';
import type { TransitionRef, Trigger } from './command.ts';
import { pointer } from './pointer.ts';
import { isContainer, isWaiting, listStages, patched, updateStage, type WaitingStage } from './stage-tree.ts';

export interface PlacedTransition {
  at: TransitionRef;
  trigger: Trigger;
  transition: Transition;
  pointer: string;
}

/** What can hold transitions: a stage, or the whole cycle (which listens to events only). */
type Holder = Pick<WaitingStage, 'on' | 'after' | 'always'> & { onDone?: Transition[] | undefined };

function placedIn(holder: Holder, stage: StageId | null, base: string): PlacedTransition[] {
  const events = Object.entries(holder.on ?? {}).flatMap(([event, list]) =>
    list.map((transition, index) => ({
      at: { stage, list: { kind: 'event' as const, event }, index },
      trigger: { kind: 'event' as const, event },
      transition,
      pointer: base + pointer('on', event, index),
    })),
  );
  const timers = (holder.after ?? []).map((transition, index) => ({
    at: { stage, list: { kind: 'after' as const }, index },
    trigger: { kind: 'after' as const, delay: transition.delay },
    transition,
    pointer: base + pointer('after', index),
  }));
  const plain = (['always', 'onDone'] as const).flatMap((kind) =>
    (holder[kind] ?? []).map((transition, index) => ({
      at: { stage, list: { kind }, index },
      trigger: { kind },
      transition,
      pointer: base + pointer(kind, index),
    })),
  );
  return [...events, ...timers, ...plain];
}

/** In document order; those of the whole cycle come last. */
export function listTransitions(cycle: Cycle): PlacedTransition[] {
  const inStages = listStages(cycle).flatMap((placed) =>
    isWaiting(placed.stage) ? placedIn(placed.stage, placed.id, placed.pointer) : [],
  );
  return [...inStages, ...placedIn({ on: cycle.on }, null, '')];
}

export const transitionsFrom = (cycle: Cycle, stage: StageId | null): PlacedTransition[] =>
  listTransitions(cycle).filter(({ at }) => at.stage === stage);

export const findTransition = (cycle: Cycle, at: TransitionRef): PlacedTransition | null =>
  listTransitions(cycle).find((placed) => isSameRef(placed.at, at)) ?? null;

export function isSameRef(a: TransitionRef, b: TransitionRef): boolean {
  const sameList =
    a.list.kind === b.list.kind &&
    (a.list.kind !== 'event' || b.list.kind !== 'event' || a.list.event === b.list.event);
  return a.stage === b.stage && a.index === b.index && sameList;
}

/** A transition of any list; only timers have a delay and an id. */
export type AnyTransition = Transition & Partial<Pick<DelayedTransition, 'id' | 'delay'>>;
type Rewrite = (list: readonly AnyTransition[]) => AnyTransition[];

/** An empty list is taken away: the document lists only what is there. */
function rewriteHolder<H extends Holder>(holder: H, list: TransitionRef['list'], rewrite: Rewrite): H {
  if (list.kind !== 'event') {
    const next = rewrite(holder[list.kind] ?? []);
    return patched<object>(holder, { [list.kind]: next.length > 0 ? next : undefined }) as H;
  }
  const next = rewrite(holder.on?.[list.event] ?? []);
  const kept = Object.entries({ ...holder.on, [list.event]: next }).filter(([, each]) => each.length > 0);
  return patched<object>(holder, { on: kept.length > 0 ? Object.fromEntries(kept) : undefined }) as H;
}

export function rewriteList(
  cycle: Cycle,
  stage: StageId | null,
  list: TransitionRef['list'],
  rewrite: Rewrite,
): Cycle {
  if (stage === null) return list.kind === 'event' ? rewriteHolder(cycle, list, rewrite) : cycle;
  return updateStage(cycle, stage, (found) => {
    if (!isWaiting(found)) return found;
    if (list.kind === 'onDone' && !isContainer(found)) return found;
    return rewriteHolder(found, list, rewrite);
  });
}

/** Rewrites every transition of a cycle; null takes it away. */
export function mapTransitions(
  cycle: Cycle,
  change: (transition: AnyTransition, at: TransitionRef) => AnyTransition | null,
): Cycle {
  const lists = new Map(listTransitions(cycle).map(({ at }) => [JSON.stringify([at.stage, at.list]), at]));
  return [...lists.values()].reduce(
    (next, at) =>
      rewriteList(next, at.stage, at.list, (list) =>
        list.flatMap((transition, index) => {
          const changed = change(transition, { ...at, index });
          return changed === null ? [] : [changed];
        }),
      ),
    cycle,
  );
}
