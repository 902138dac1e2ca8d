// An organisation made up for a simulation: a tree of components with people who answer for them, and goals of
// some few patterns, so that no part is quite like the next and a thousand parts cost little more than one.
import { everyWeekdayInUtc } from '../model/calendar.ts';
import type { Facts } from '../model/facts.ts';
import { type Goal, goalDefaults } from '../model/goal.ts';
import type { Measure } from '../model/measure.ts';
import type { MadeOrganisation } from '../model/simulation.ts';
import type { SimulatedComponent, SimulatedOrganisation } from './organisation.ts';
import { makeRandom, type Random } from './random.ts';

const defaultSpan = 7;
const patterns = 12;
/** One person of the staff department for so many components. */
const componentsPerHr = 200;
/** Far from the streams that plans draw from. */
const stream = 1_000_003;

const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random.next() * (high - low + 1));

interface Node {
  parent: number | null;
  level: number;
}

/** Breadth first; once the levels are used up the last containers take all that is left. */
function growTree({ components, span = defaultSpan, depth = 30 }: MadeOrganisation, random: Random): Node[] {
  const nodes: Node[] = [{ parent: null, level: 0 }];
  const containers = [0];
  for (let next = 0; nodes.length < components; next++) {
    const parent = containers[next % containers.length] ?? 0;
    const level = (nodes[parent]?.level ?? 0) + 1;
    const count = Math.max(1, between(random, Math.ceil(span / 2), Math.floor((span * 3) / 2)));
    for (let part = 0; part < count && nodes.length < components; part++) {
      if (level < depth && next < containers.length) containers.push(nodes.length);
      nodes.push({ parent, level });
    }
  }
  return nodes;
}

const goalOf = (componentId: string, number: number, random: Random): Goal => ({
  ...goalDefaults,
  id: `${componentId}-goal-${number}`,
  componentId,
  title: `Goal ${number}`,
  dimension: (['quantity', 'quality', 'cost', 'timeliness'] as const)[number % 4] ?? 'quality',
  priority: between(random, 1, 5),
  critical: number === 1 && random.next() < 0.2,
  alignments: [{ parentGoalId: 'whole-goal-1', mode: 'aligned', share: 1, contribution: 2 }],
});

const measureOf = (goalId: string, number: number, random: Random): Measure => ({
  id: `${goalId}-measure-${number}`,
  goalId,
  version: 1,
  title: `Measure ${number}`,
  kind: 'percent',
  unit: '%',
  direction: 'increase',
  timeAggregation: 'last',
  standards: { kind: 'points', unacceptable: 50, meets: 80, exceeds: 95 },
  weight: between(random, 1, 3),
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'simulation',
});

/** As many goals and measures as the sample cycles ask for. */
function factsOf(id: string, parentId: string | null, random: Random): Facts {
  const goals = Array.from({ length: between(random, 3, 4) }, (_, number) => goalOf(id, number + 1, random));
  const measures = goals.flatMap((goal) =>
    Array.from({ length: between(random, 2, 3) }, (_, number) => measureOf(goal.id, number + 1, random)),
  );
  const component = {
    id,
    kind: parentId === null ? ('organisation' as const) : ('team' as const),
    name: parentId === null ? 'The whole' : 'A part',
    parentId,
    ownerId: null,
    managerId: null,
    zone: null,
    holidayRegion: null,
  };
  return { component, calendar: everyWeekdayInUtc, goals, measures, observations: [], children: [] };
}

const nameOf = (number: number): string => (number === 0 ? 'whole' : `part-${number}`);
const ownerOf = (number: number): string => `owner-${nameOf(number)}`;

export function makeOrganisation(made: MadeOrganisation, seed: number): SimulatedOrganisation {
  const random = makeRandom(seed, stream);
  const components = growTree(made, random).map(
    ({ parent }, number): SimulatedComponent => ({
      id: nameOf(number),
      parentId: parent === null ? null : nameOf(parent),
      ownerId: ownerOf(number),
      managerId: parent === null ? null : ownerOf(parent),
      facts: number === 0 ? 0 : between(random, 1, patterns),
    }),
  );
  const staff = Math.ceil(made.components / componentsPerHr);
  return {
    components,
    facts: [
      factsOf('whole', null, random),
      ...Array.from({ length: patterns }, (_, number) => factsOf(`pattern-${number + 1}`, 'whole', random)),
    ],
    roles: { hr: Array.from({ length: staff }, (_, number) => `hr-${number + 1}`) },
  };
}
