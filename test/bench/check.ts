// How long the check of a large cycle takes: `node test/bench/check.ts`. A cycle of departments that each plan,
// observe, review from two sides and appraise, with guards, timers, counters and tasks as real ones have.
import { type Cycle, checkCycle, parseCycle } from '../../engine/index.ts';

const task = (key: string, assignee: string, form: string) => ({
  [key]: {
    title: `Work on ${key}`,
    assignee,
    form,
    due: '10bd',
    remind: ['-3bd', '-1bd'],
    escalate: [{ after: '3bd', to: 'role:hr' }],
  },
});

const part = (name: string, assignee: string) => ({
  initial: `${name}-open`,
  stages: {
    [`${name}-open`]: {
      tasks: task(name, assignee, 'feedback'),
      on: { [`task.${name}.completed`]: [{ to: `${name}-done` }] },
    },
    [`${name}-done`]: { type: 'final' },
  },
});

/** Ten stages: four in a row, a parallel review of five, and a decision. */
function section(at: number, next: string) {
  const id = (name: string): string => `${name}-${at}`;
  const round = { do: 'set', variable: 'round', value: 'round + 1' };
  return {
    [id('plan')]: {
      kind: 'plan',
      tasks: task(id('agree'), 'manager', 'plan-agreement'),
      on: {
        [`task.${id('agree')}.completed`]: [
          { to: id('observe'), guard: 'result.decision = "agreed"' },
          {
            to: id('plan'),
            guard: `returns < ${3 + at} and result.comment != null`,
            do: [{ do: 'set', variable: 'returns', value: 'returns + 1' }],
          },
          { to: id('observe') },
        ],
      },
    },
    [id('observe')]: {
      kind: 'observe',
      after: [{ delay: 'P1M', to: id('measure') }],
      on: { 'feedback.received': [{}] },
    },
    [id('measure')]: {
      kind: 'measure',
      entry: [{ do: 'appraise' }],
      on: { 'outcome.*': [{}] },
      always: [
        { to: id('review'), guard: 'coverage >= 0.7 and count(goals) > 0' },
        { to: id('chase'), guard: 'coverage < 0.7' },
        { to: id('review') },
      ],
    },
    [id('chase')]: {
      kind: 'measure',
      tasks: task(id('record'), 'owner', 'observation'),
      on: { [`task.${id('record')}.completed`]: [{ to: id('review') }] },
      after: [{ delay: '15bd', to: id('review') }],
    },
    [id('review')]: {
      type: 'parallel',
      stages: {
        [id('self')]: part(id('self-view'), 'owner'),
        [id('boss')]: part(id('boss-view'), 'manager'),
      },
      onDone: [
        { to: next, guard: 'score >= 100' },
        { to: id('plan'), guard: 'round < 4', do: [round] },
        { to: next },
      ],
    },
  };
}

/** `count` stages, ten to a section. */
export function largeCycle(count: number): Cycle {
  const sections = Math.ceil(count / 11);
  const all = Array.from({ length: sections }, (_, at) =>
    section(at, at + 1 < sections ? `plan-${at + 1}` : 'closed'),
  );
  const parsed = parseCycle({
    schema: 'cycle/1',
    id: 'large',
    name: 'Large',
    variables: { returns: 0 },
    initial: 'plan-0',
    stages: { ...Object.assign({}, ...all), closed: { type: 'final', outcome: 'met' } },
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.cycle;
}

export const stagesIn = (stages: object): number =>
  Object.values(stages).reduce((sum, stage) => sum + 1 + ('stages' in stage ? stagesIn(stage.stages) : 0), 0);

/** The middle of many: others use the machine too. */
function medianOf(run: () => unknown, times: number): number {
  const spent = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** Milliseconds of processor time, once warm. */
export const measureCheck = (cycle: Cycle): number => medianOf(() => checkCycle(cycle), 15);

if (import.meta.main) {
  for (const count of [300, 1000]) {
    const cycle = largeCycle(count);
    const first = medianOf(() => checkCycle(cycle), 1);
    const warm = measureCheck(cycle);
    const problems = checkCycle(cycle);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    console.log(
      `${stagesIn(cycle.stages)} stages: ${warm.toFixed(0)} ms of processor time (the first ${first.toFixed(0)} ms), ${problems.length} problems, ${errors} errors`,
    );
  }
}
