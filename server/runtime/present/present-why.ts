// Why a plan is where it is, in sentences, with names instead of ids; each as the version of its time had them.
import type { z } from 'zod';
import {
  type Cycle,
  explainPlan,
  type Plan,
  sayLink,
  type WhyLink,
  type WhyNames,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { whyWire } from '../../routes/wire/plan-history.ts';
import { allHistory } from '../../store/queries/history.ts';
import type { Db } from '../../store/schema.ts';
import { situationOf } from '../plans/step-plan.ts';
import type { UnderReview } from '../ratings/rating-sight.ts';
import { cyclesFollowed, discretionAt } from './cycles-followed.ts';
import { personRefs } from './person-names.ts';
import { type NamesAround, namesOf } from './why-names.ts';

export type PlanWhy = z.infer<typeof whyWire>;

/** The names of each version are gathered once. */
function makeNamesAt(
  cycleOf: (revision: number) => Cycle,
  around: NamesAround,
): (revision: number) => WhyNames {
  const known = new Map<Cycle, WhyNames>();
  return (revision) => {
    const cycle = cycleOf(revision);
    const names = known.get(cycle) ?? namesOf(cycle)(around);
    known.set(cycle, names);
    return names;
  };
}

const presentLink = (link: WhyLink, names: WhyNames): PlanWhy['links'][number] => ({
  revision: link.revision,
  at: link.at,
  because: link.because,
  event: link.event.type,
  transitions: link.taken.map(({ transition }) => transition),
  guards: link.taken
    .flatMap(({ guard, refused }) => [...refused, ...(guard ? [guard] : [])])
    .filter(({ withheld }) => !withheld),
  words: sayLink(link, names),
});

/** `review`: the reader is told how the plan came to where it was judged, and no further. */
export async function presentWhy(
  deps: Deps,
  db: Db,
  { plan, review }: { plan: Plan; review: UnderReview | null },
): Promise<PlanWhy> {
  const { situation } = await situationOf(deps, db, plan);
  const all = await allHistory(db, plan.id);
  const lines = review ? all.filter(({ revision }) => revision < review.since) : all;
  const compiledOf = await cyclesFollowed(deps, db, { plan, lines });
  const cycleOf = (revision: number): Cycle => compiledOf(revision).cycle;
  const actors = lines.map(({ actor }) => actor);
  const around = { personOf: await personRefs(db, actors), zone: situation.facts.calendar.zone };
  const namesAt = makeNamesAt(cycleOf, around);
  const { stage, links } = explainPlan(lines.map(discretionAt(compiledOf)), cycleOf);
  const now = namesAt(lines.at(-1)?.revision ?? plan.revision);
  return {
    stage: stage.map((id) => ({ id, name: now.stage(id) })),
    links: links.map((link) => presentLink(link, namesAt(link.revision))),
  };
}
