// XState by itself, as what the engine is measured against: the same chart with its transitions, entries and
// delays, but nothing behind its guards and actions.
import { Bench } from 'tinybench';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createMachine,
  getNextTransitions,
  initialTransition,
  setup,
  transition,
} from 'xstate';
import { type Cycle, exportXState } from '../../engine/index.ts';

/** Guards hold by turns, so that a walk goes everywhere. */
function alternating(): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked % 3 !== 0;
  };
}

export function makeBareMachine(cycle: Cycle): AnyStateMachine {
  const { text } = exportXState(cycle);
  return createMachine(JSON.parse(text)).provide({ guards: { feel: alternating() } });
}

interface Moment {
  snapshot: AnyMachineSnapshot;
  event: { type: string };
}

/** So many events that a machine takes, one after the other and from the start again when it is done. */
function walk(machine: AnyStateMachine, length: number): Moment[] {
  const [first] = initialTransition(machine);
  const moments: Moment[] = [];
  let snapshot: AnyMachineSnapshot = first;
  for (let turn = 0; moments.length < length; turn++) {
    const types = getNextTransitions(snapshot).flatMap(({ eventType }) =>
      eventType === '' ? [] : [eventType],
    );
    const event = { type: types[(turn * 7) % types.length] ?? '' };
    moments.push({ snapshot, event });
    [snapshot] = transition(machine, snapshot, event);
    if (snapshot.status !== 'active') snapshot = first;
  }
  return moments;
}

/** The middle of many calls, in microseconds. */
export async function measureMedian(name: string, work: () => unknown): Promise<number> {
  const bench = new Bench({ time: 1000, warmupTime: 500 });
  bench.add(name, () => void work());
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed') throw new Error(`${name} could not be measured.`);
  return result.latency.p50 * 1000;
}

const perWalk = 200;

/** Microseconds that one event of the cycle takes in XState. */
export async function measureBareEvents(cycle: Cycle): Promise<number> {
  const machine = makeBareMachine(cycle);
  const moments = walk(machine, perWalk);
  const all = await measureMedian('events', () => {
    for (const { snapshot, event } of moments) transition(machine, snapshot, event);
  });
  return all / perWalk;
}

const counter = setup({
  types: { context: {} as { count: number }, events: {} as { type: string } },
}).createMachine({
  initial: 'counting',
  context: { count: 0 },
  states: {
    counting: { on: { 'count.raised': { actions: assign({ count: ({ context }) => context.count + 1 }) } } },
  },
});

/** Microseconds that one count takes in XState. */
export function measureBareCount(): Promise<number> {
  const [first] = initialTransition(counter);
  return measureMedian('count', () => transition(counter, first, { type: 'count.raised' }));
}
