// A rehearsal of a cycle: many plans go through it as the engine would take them, on a clock that jumps from one
// thing to the next, with people and their answers drawn by chance. Pure: it is given data and gives data, and
// holds nothing through which an effect could be performed. The same seed gives the same result, byte for byte.
import type { Cycle } from '../model/cycle.ts';
import type { SimulationOptions } from '../model/simulation.ts';
import type { SimulationResult } from '../model/simulation-result.ts';
import { compileCycle, withMemory } from '../statechart/compile-cycle.ts';
import { noChildren, type Track, watchChildren } from './children.ts';
import type { SimulatedOrganisation } from './organisation.ts';
import { makeRandom } from './random.ts';
import { simulatePlan } from './simulate-plan.ts';
import { summarise } from './summarise.ts';
import { makeWorld, type World } from './world.ts';

export interface Simulation {
  /** Without structural faults. */
  cycle: Cycle;
  organisation: SimulatedOrganisation;
  options: SimulationOptions;
}

/** The parts come after what they are part of, so from the last to the first each is simulated before its whole. */
function simulateOnce(world: World, { seed, repeat }: { seed: number; repeat: number }): void {
  const { organisation, directory, seesChildren, tally } = world;
  const count = organisation.components.length;
  const tracks = new Map<number, Track>();
  for (let component = count - 1; component >= 0; component--) {
    if (organisation.components[component]?.facts === null) continue;
    const parts = seesChildren ? (directory.childrenOf[component] ?? []) : [];
    const watched = parts.flatMap((part) => tracks.get(part) ?? []);
    const children = watched.length === 0 ? noChildren : watchChildren(watched);
    for (const part of parts) tracks.delete(part);
    const random = makeRandom(seed, repeat * count + component);
    const track = simulatePlan(world, { component, random, children });
    if (track) tracks.set(component, track);
  }
  tally.load.endRepeat();
}

export function simulate({ cycle, organisation, options }: Simulation): SimulationResult {
  const { seed = 1, repeats = 1 } = options;
  const world = makeWorld(withMemory(compileCycle(cycle, 1)), organisation, options);
  for (let repeat = 0; repeat < repeats; repeat++) simulateOnce(world, { seed, repeat });
  return summarise(world, { seed, repeats });
}
