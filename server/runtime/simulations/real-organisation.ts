// The organisation as it stands, for a simulation: a copy of what plans would know, and of who answers for what.
import { setImmediate } from 'node:timers/promises';
import {
  type Component,
  type FactName,
  type Facts,
  type Period,
  roles,
  type SimulatedComponent,
  type SimulatedOrganisation,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { listAllComponents } from '../../store/queries/components.ts';
import { type Selector, selectComponentIds } from '../../store/queries/launch-targets.ts';
import { readFacts } from '../plans/read-facts.ts';

/** Read in one go; between two lots the server's other work has its turn. */
const LOT = 20;
const MOST_COMPONENTS = 2_000;

export interface Wanted {
  selector: Selector;
  period: Period;
  at: string;
  needed: ReadonlySet<FactName>;
}

/** A parent before its parts; those on a circle of parents come last, as they are. */
function parentsFirst(components: readonly Component[]): Component[] {
  const parts = Map.groupBy(components, ({ parentId }) => parentId);
  const ordered: Component[] = [];
  const waiting = [...(parts.get(null) ?? [])];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    ordered.push(next);
    waiting.push(...(parts.get(next.id) ?? []));
  }
  const seen = new Set(ordered);
  return [...ordered, ...components.filter((component) => !seen.has(component))];
}

function requireFew(count: number): void {
  if (count > 0 && count <= MOST_COMPONENTS) return;
  const detail =
    count === 0
      ? 'No component is selected. Widen the kinds, or choose another place in the tree.'
      : `${count} components are selected, and ${MOST_COMPONENTS} are the most. Choose a part of the organisation.`;
  throw new ProblemError('invalid', detail, { errors: [{ pointer: '/selector', detail }] });
}

async function readAllFacts(deps: Deps, ids: readonly string[], wanted: Wanted): Promise<Map<string, Facts>> {
  const found = new Map<string, Facts>();
  const { period, at, needed } = wanted;
  for (let from = 0; from < ids.length; from += LOT) {
    await deps.store.read(async (db) => {
      for (const componentId of ids.slice(from, from + LOT)) {
        const about = { componentId, period, at };
        const facts = await readFacts({ db, calendars: deps.calendars }, about, needed);
        if (facts) found.set(componentId, facts);
      }
    });
    await setImmediate();
  }
  return found;
}

/** @throws ProblemError invalid when no component is selected, or too many. */
export async function realOrganisation(deps: Deps, wanted: Wanted): Promise<SimulatedOrganisation> {
  const { components, ids, staff } = await deps.store.read(async (db) => ({
    components: await listAllComponents(db),
    ids: await selectComponentIds(db, wanted.selector),
    staff: await Promise.all(
      roles.map(async (role): Promise<[string, string[]]> => [role, await listPeopleWithRole(db, role)]),
    ),
  }));
  requireFew(ids.length);
  const found = await readAllFacts(deps, ids, wanted);
  const facts = [...found.values()];
  const numbers = new Map([...found.keys()].map((id, number) => [id, number]));
  const toSimulated = ({ id, parentId, ownerId, managerId }: Component): SimulatedComponent => ({
    id,
    parentId,
    ownerId,
    managerId,
    facts: numbers.get(id) ?? null,
  });
  return {
    components: parentsFirst(components).map(toSimulated),
    facts,
    roles: Object.fromEntries(staff),
  };
}
