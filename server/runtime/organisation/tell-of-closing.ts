// A component was given a last day while plans of it go on: HR hears of them, since nothing else ends them.

import type { Component } from '../../../engine/index.ts';
import { grouped } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../store/schema.ts';
import { listNames } from '../list-names.ts';
import { notifyPeople } from './notify-people.ts';
import { plansGoingOn } from './plans-going-on.ts';

const MOST_NAMES = 20;

export async function tellOfClosing(
  deps: Pick<Deps, 'cycles' | 'ids'>,
  db: Db,
  { before, after, at }: { before: Component; after: Component; at: string },
): Promise<void> {
  const { id: componentId, name, activeTo } = after;
  const plans = await plansGoingOn(deps, db, { before, after });
  const cycles = plans.map(({ cycleName }) => cycleName);
  const [only] = plans;
  if (only === undefined) return;
  const count = plans.length === 1 ? '1 plan of it goes' : `${grouped(plans.length)} plans of it go`;
  const message = `“${name}” is closed with ${activeTo}, and ${count} on: ${listNames(cycles, MOST_NAMES)}. Cancel what should end.`;
  const about = { planId: plans.length === 1 ? only.plan.id : null, componentId, at };
  await notifyPeople(db, { ...about, to: 'role:hr', message, idSeed: deps.ids.next('chg') });
}
