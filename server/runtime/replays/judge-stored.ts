// What a candidate makes of a plan that is stored: its history and what is known of it are read, replayed, and told
// in words. Nothing is written, and what the candidate asks for is done by nobody.
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import {
  type CompiledCycle,
  type Cycle,
  compileCycle,
  type DecisionTrace,
  type Discretion,
  discretionOf,
  type Judged,
  judgeInParts,
  partingOf,
  type RecordedPlan,
  type RecordedStep,
  sayVerdict,
  type Told,
  type Verdict,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { planVerdictWire } from '../../routes/wire/replays.ts';
import type { StoredLine } from '../../store/queries/history.ts';
import type { StoredPlan } from '../../store/queries/plans.ts';
import { listHistories, variablesOfLaunch } from '../../store/queries/recorded-plans.ts';
import type { Db } from '../../store/schema.ts';
import { readFacts } from '../plans/read-facts.ts';
import { cyclesFollowed, discretionAt } from '../present/cycles-followed.ts';
import { type PersonRef, personRefs } from '../present/person-names.ts';
import { type NamesAround, namesOf } from '../present/why-names.ts';

export type PlanVerdict = z.infer<typeof planVerdictWire>;

export interface StoredVerdict {
  report: PlanVerdict;
  next: string | null;
}

/** A candidate ready to judge, with the names of every version that it has met. */
export interface Candidate {
  compiled: CompiledCycle;
  told(cycle: Cycle, around: NamesAround): Told;
}

export function prepareCandidate(cycle: Cycle): Candidate {
  const makers = new Map<Cycle, ReturnType<typeof namesOf>>();
  return {
    // It is nobody's version yet; the number is seen by no one.
    compiled: compileCycle(cycle, 1),
    told(of, around) {
      const make = makers.get(of) ?? namesOf(of);
      makers.set(of, make);
      return { cycle: of, names: make(around) };
    },
  };
}

type Side = NonNullable<NonNullable<PlanVerdict['parting']>['recorded']>;

const traceOf = ({ decision, inputs, rows, value }: DecisionTrace) => ({ decision, inputs, rows, value });

const sideOf = (step: RecordedStep | null): Side | null =>
  step && {
    at: step.at,
    event: step.event.type,
    entered: step.moves.entered,
    guards: step.moves.asked
      .filter(({ withheld }) => !withheld)
      .map(({ transition, guard, passed, values }) => ({ transition, guard, passed, values })),
    decisions: step.effects.flatMap((effect) =>
      effect.type === 'record-decisions' ? effect.decisions.map(traceOf) : [],
    ),
  };

function partingIn(verdict: Verdict): PlanVerdict['parting'] {
  const parting = partingOf(verdict);
  if (!parting) return null;
  const { recorded, replayed, noted } = parting;
  return {
    revision: recorded?.revision ?? null,
    recorded: sideOf(recorded),
    replayed: sideOf(noted ?? replayed),
  };
}

type Parting = NonNullable<ReturnType<typeof partingOf>>;

/** What people answered is told of neither way, whatever a candidate asks of it. */
function discreetly(verdict: Verdict, of: { recorded: Discretion; candidate: Discretion; own: Discretion }) {
  const hush = (parting: Parting, replayed: Discretion): Parting => ({
    ...parting,
    recorded: parting.recorded && of.recorded(parting.recorded),
    replayed: parting.replayed && replayed(parting.replayed),
    noted: parting.noted && replayed(parting.noted),
  });
  if (verdict.kind !== 'not-replayed')
    return { ...verdict, parting: verdict.parting && hush(verdict.parting, of.candidate) };
  const { reason } = verdict;
  if (reason.code !== 'evidence-changed') return verdict;
  return { ...verdict, reason: { ...reason, parting: hush(reason.parting, of.own) } };
}

/** A plan with all that a replay takes: null facts are those of a component that is gone. */
interface Material {
  stored: StoredPlan;
  lines: StoredLine[];
  own: CompiledCycle;
  recorded: RecordedPlan | null;
}

async function gather(
  deps: Deps,
  db: Db,
  { compiled }: Candidate,
  { stored, lines }: Pick<Material, 'stored' | 'lines'>,
): Promise<Material> {
  const { plan, launchId } = stored;
  const own = await deps.cycles.find(db, plan.cycleId, plan.cycleVersion);
  if (!own)
    throw new Error(
      `Version ${plan.cycleVersion} of ${plan.cycleId} is not there, but ${plan.id} follows it.`,
    );
  const { componentId, period, startedAt: at } = plan;
  const needed = new Set([...compiled.facts, ...own.facts]);
  const facts = await readFacts(
    { db, calendars: deps.calendars },
    { planId: plan.id, componentId, period, at },
    needed,
  );
  const variables = await variablesOfLaunch(db, launchId);
  return {
    stored,
    lines,
    own,
    recorded: facts && { planId: plan.id, period, variables, steps: lines, facts },
  };
}

/** In parts: a candidate that goes round for ever keeps nobody from their turn until it is stopped. */
async function judge(candidate: Candidate, { own, recorded }: Material, until: string): Promise<Judged> {
  if (!recorded)
    return {
      verdict: { kind: 'not-replayed', recorded: null, reason: { code: 'component-gone' } },
      next: null,
    };
  const parts = judgeInParts({ candidate: candidate.compiled, own }, recorded, until);
  for (;;) {
    const part = parts.next();
    await setImmediate();
    if (part.done) return part.value;
  }
}

async function report(
  deps: Deps,
  db: Db,
  {
    candidate,
    material,
    personOf,
  }: { candidate: Candidate; material: Material; personOf: (id: string) => PersonRef },
  judged: Verdict,
): Promise<PlanVerdict> {
  const { stored, lines, recorded, own } = material;
  const { plan } = stored;
  const around = { personOf, zone: recorded?.facts.calendar.zone ?? 'UTC' };
  const cycleAt = await cyclesFollowed(deps, db, { plan, lines });
  const verdict = discreetly(judged, {
    recorded: discretionAt(cycleAt),
    candidate: discretionOf(candidate.compiled),
    own: discretionOf(own),
  });
  const words = sayVerdict(verdict, {
    recordedAt: (revision) => candidate.told(cycleAt(revision).cycle, around),
    candidate: candidate.told(candidate.compiled.cycle, around),
  });
  return {
    planId: plan.id,
    version: plan.cycleVersion,
    revision: plan.revision,
    verdict: verdict.kind,
    recorded: verdict.recorded,
    replayed: verdict.kind === 'not-replayed' ? null : verdict.replayed,
    parting: partingIn(verdict),
    words,
  };
}

const broken = ({ plan }: StoredPlan): PlanVerdict => ({
  planId: plan.id,
  version: plan.cycleVersion,
  revision: plan.revision,
  verdict: 'not-replayed',
  recorded: null,
  replayed: null,
  parting: null,
  words: { verdict: 'It could not be replayed. The reason was logged.', recorded: [], replayed: [] },
});

async function judgeOne(
  deps: Deps,
  candidate: Candidate,
  { personOf, ...given }: Pick<Material, 'stored' | 'lines'> & Pick<NamesAround, 'personOf'>,
  until: string,
): Promise<StoredVerdict> {
  try {
    const material = await deps.store.read((db) => gather(deps, db, candidate, given));
    const { verdict, next } = await judge(candidate, material, until);
    const about = { candidate, material, personOf };
    return { report: await deps.store.read((db) => report(deps, db, about, verdict)), next };
  } catch (error) {
    deps.log.error({ err: error, planId: given.stored.plan.id }, 'a plan could not be replayed');
    return { report: broken(given.stored), next: null };
  }
}

/** One plan after the other; one on which the replay itself breaks breaks alone. */
export async function* judgeStored(
  deps: Deps,
  candidate: Candidate,
  plans: readonly StoredPlan[],
  until: string,
): AsyncIterable<StoredVerdict> {
  const { linesOf, personOf } = await deps.store.read(async (db) => {
    const linesOf = await listHistories(
      db,
      plans.map(({ plan }) => plan.id),
    );
    const actors = plans.flatMap(({ plan }) => linesOf(plan.id).map(({ actor }) => actor));
    return { linesOf, personOf: await personRefs(db, actors) };
  });
  for (const stored of plans)
    yield await judgeOne(deps, candidate, { stored, lines: linesOf(stored.plan.id), personOf }, until);
}
