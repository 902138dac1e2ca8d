// Small cycles and organisations for simulations, each with just what its tests are about.
import {
  type Assumptions,
  everyWeekdayInUtc,
  type Facts,
  type SimulatedComponent,
  type SimulatedOrganisation,
  type SimulationOptions,
  simulate,
} from '../../../engine/index.ts';
import { type Draft, makeCycle } from '../../support/given.ts';

const facts: Facts = {
  component: {
    id: 'unit',
    kind: 'team',
    name: 'Unit',
    parentId: 'whole',
    ownerId: null,
    managerId: null,
    zone: null,
    holidayRegion: null,
  },
  calendar: everyWeekdayInUtc,
  goals: [],
  measures: [],
  observations: [],
  children: [],
};

/** So many components without parts of their own, each with an owner and all with one manager. */
export function alike(count: number, more: Partial<SimulatedComponent> = {}): SimulatedOrganisation {
  const components = Array.from({ length: count }, (_, number) => ({
    id: `unit-${number}`,
    parentId: null,
    ownerId: `owner-${number}`,
    managerId: 'boss',
    facts: 0,
    ...more,
  }));
  return { components, facts: [facts], roles: { hr: ['hana', 'hugo'] } };
}

export const constant = (value: number) => ({ kind: 'constant' as const, value });
export const inDays = (value: number) => ({ unit: 'days' as const, of: constant(value) });

interface Given {
  organisation?: SimulatedOrganisation;
  options?: SimulationOptions;
  assumptions?: Assumptions;
}

export function simulated(
  draft: Draft,
  { organisation = alike(200), options = {}, assumptions = {} }: Given,
) {
  return simulate({ cycle: makeCycle(draft), organisation, options: { ...options, assumptions } });
}
