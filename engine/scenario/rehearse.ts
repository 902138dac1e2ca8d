// A rehearsal: the steps of a scenario tried one by one by the person who draws the cycle. Each step gives a new
// play and leaves the one before as it was, so stepping back is looking at an earlier one.
import type { Evaluated } from '../expression/make-evaluator.ts';
import type { Given } from '../model/scenario.ts';
import type { Instant } from '../model/time.ts';
import { type CompiledCycle, chartKey } from '../statechart/chart/compiled-cycle.ts';
import { type AskedTransition, askTransitions } from '../statechart/describe-transitions.ts';
import { beginDraft, type Happening } from '../statechart/step/draft.ts';
import { evaluateIn } from '../statechart/step/evaluate-in.ts';
import { begin, nextDue, type Play, type Played } from './play.ts';
import { setScene } from './setting.ts';

/** The cycle has to be free of structural faults. */
export const beginRehearsal = (compiled: CompiledCycle, given?: Given): Played =>
  begin(compiled, setScene(given, compiled.cycle.cadence));

const endOfTime: Instant = '9999-12-31T00:00:00.000Z';

/** When something next happens by itself; null when nothing is armed. */
export function nextInstant(play: Play): Instant | null {
  if (play.plan.status === 'ended') return null;
  const due = nextDue(play, endOfTime);
  // What was due before the rehearsal began is due now.
  return due !== null && due.at < play.now ? play.now : (due?.at ?? null);
}

/** Every transition that the plan could take from where it is, and what its guard says; of an event, if one is given. */
export function askPlay({ compiled, plan, facts, now }: Play, event?: Happening): AskedTransition[] {
  return plan.status === 'ended' ? [] : askTransitions(compiled, plan, { at: now, facts }, event);
}

/** What an expression of the cycle gives for the plan where it is; of an event, if one is given. */
export function askValue({ compiled, plan, facts, now }: Play, text: string, event?: Happening): Evaluated {
  const situation = { at: now, facts };
  const happening = event ?? { type: '', data: {} };
  return evaluateIn(beginDraft({ chart: compiled[chartKey], situation, plan, happening }), text);
}
