// Replays the ended plans of a cycle under a candidate: page by page, and between two plans everybody else has their
// turn. Nothing is written.
import type { z } from 'zod';
import type { Cycle } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import type { replayWire } from '../../routes/wire/replays.ts';
import {
  countEndedPlans,
  type EndedPlans,
  type PlanInContext,
  pageEndedPlans,
} from '../../store/queries/recorded-plans.ts';
import { type Candidate, judgeStored, prepareCandidate } from './judge-stored.ts';
import { refuseNarrowing, seesVerdict, tellVerdicts, verdictSightOf, whyWithheld } from './verdict-sight.ts';

type Replay = z.infer<typeof replayWire>;

/** Held in memory at once. */
const PAGE = 20;

export interface ReplayLimits {
  plans: number;
  milliseconds: number;
}
/** An answer holds a line for each plan, and somebody waits for it. */
export const replayLimits: ReplayLimits = { plans: 5_000, milliseconds: 60_000 };

async function requireFew({ store }: Deps, which: EndedPlans, { plans }: ReplayLimits): Promise<void> {
  const count = await store.read((db) => countEndedPlans(db, which));
  if (count <= plans) return;
  const detail = `${count} plans have ended, and ${plans} are the most that are replayed at once. Choose those of a launch or of a period.`;
  throw new ProblemError('invalid', detail, { errors: [{ pointer: '/plans', detail }] });
}

const tooLong = ({ milliseconds }: ReplayLimits, done: number) =>
  new ProblemError(
    'too-large',
    `The replay did not come to an end within ${milliseconds / 1000} seconds; ${done} plans were done by then. Choose those of a launch or of a period.`,
  );

async function* verdictsOn(deps: Deps, candidate: Candidate, which: EndedPlans, until: string) {
  for (let after = '', full = true; full; ) {
    const page = { after, limit: PAGE };
    const plans: PlanInContext[] = await deps.store.read((db) => pageEndedPlans(db, which, page));
    full = plans.length === PAGE;
    after = plans.at(-1)?.plan.id ?? after;
    let index = 0;
    for await (const { report } of judgeStored(deps, candidate, plans, until)) {
      const of = plans[index++];
      if (of) yield { ...report, componentId: of.plan.componentId, componentName: of.componentName };
    }
  }
}

export interface Replaying extends EndedPlans {
  cycle: Cycle;
  actor: Actor;
  /** Nobody waits any more. */
  signal: AbortSignal;
}

/** @throws ProblemError invalid for too many plans; too-large when it takes too long; unavailable when aborted. */
export async function replayCycle(
  deps: Deps,
  { cycle, actor, signal, ...which }: Replaying,
  limits: ReplayLimits = replayLimits,
): Promise<Replay> {
  const sight = await deps.store.read((db) => verdictSightOf(deps, db, actor));
  refuseNarrowing(sight, which);
  await requireFew(deps, which, limits);
  const until = deps.clock.now();
  const late = AbortSignal.timeout(limits.milliseconds);
  let total = 0;
  const counts = { same: 0, 'other-outcome': 0, 'other-path': 0, 'not-replayed': 0 };
  const plans: Replay['plans'] = [];
  for await (const verdict of verdictsOn(deps, prepareCandidate(cycle), which, until)) {
    if (signal.aborted) throw new ProblemError('unavailable', 'The replay was stopped before its end.');
    if (late.aborted) throw tooLong(limits, total);
    if (sight && !seesVerdict(sight, { id: verdict.planId, componentId: verdict.componentId })) continue;
    total += 1;
    counts[verdict.verdict] += 1;
    if (sight) plans.push(verdict);
  }
  const told = { total, ...tellVerdicts(counts, sight) };
  return { cycleId: which.cycleId, until, counts: told, plans, withheld: whyWithheld(sight) };
}
