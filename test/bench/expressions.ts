// What one evaluation of a typical guard costs on a fresh context, beside the interpreter feelin, and how
// long the longest hostile expression takes. Processor time, so that a busy machine says the same.
// Run it with: node test/bench/expressions.ts
import { evaluate } from 'feelin';
import { compileFeel, type FeelProgram } from '../../engine/expression/compile-feel.ts';
import { fromFeel, toFeel } from '../../engine/expression/value/json.ts';
import {
  advance,
  compileCycle,
  everyWeekdayInUtc,
  makeEvaluator,
  parseCycle,
  startPlan,
} from '../../engine/index.ts';
import type { Json } from '../../engine/model/json.ts';
import { corpus, type Hostile, hostileData } from '../engine/expression/hostile/corpus.ts';

const goals = Array.from({ length: 6 }, (_, index) => ({
  id: `goal-${index}`,
  title: `Goal ${index}`,
  dimension: 'quality',
  priority: 1,
  critical: index === 0,
  status: index % 2 === 0 ? 'met' : 'open',
  alignments: [],
  measures: [],
  score: 90 + index * 5,
  outcome: index > 2 ? 'meets' : 'below',
  coverage: 1,
}));

const data: Record<string, Json> = {
  result: { decision: 'agreed', ratings: [3, 4, 5], due: '2026-05-01' },
  component: { id: 'c-1', name: 'Network', kind: 'team' },
  round: 2,
  maxRounds: 4,
  score: 104.5,
  coverage: 0.85,
  outcome: 'meets',
  started: '2026-03-01',
  goals,
};

const guards = [
  'result.decision = "agreed"',
  'round >= maxRounds',
  'score >= 100 and coverage > 0.7',
  'outcome in ("meets", "exceeds")',
  'if score = null then "none" else "some"',
  'score between 100 and 120',
  '0.1 + 0.2 = 0.3',
  'count(goals[outcome != "below" and status = "open"]) > 2',
  'every goal in goals satisfies goal.score >= 100',
  'sum(result.ratings) / count(result.ratings) >= 3.5',
  'contains(upper case(component.name), "NET") and matches(component.id, "^c-[0-9]+$")',
  'date(result.due) > date(started) + duration("P10D")',
];

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds of one call, the least of several rounds: what disturbs only ever adds. */
function microseconds(call: () => void, times: number): number {
  const rounds = Array.from({ length: 5 }, () => {
    const before = processorTime();
    for (let index = 0; index < times; index += 1) call();
    return (processorTime() - before) / times;
  });
  return Math.min(...rounds);
}

function programOf({ text, full }: Hostile): FeelProgram | null {
  const options = { dialect: 'expression', names: Object.keys(hostileData) } as const;
  const compiled = compileFeel(text, full ? { ...options, functions: 'full' } : options);
  return compiled.kind === 'compiled' ? compiled.program : null;
}

/** Compiled, evaluated and made JSON of, in milliseconds. */
function costOf(hostile: Hostile): number {
  const before = processorTime();
  const read = (name: string) =>
    Object.hasOwn(hostileData, name) ? toFeel(hostileData[name] ?? null) : undefined;
  const result = programOf(hostile)?.evaluate(read);
  if (result) fromFeel(result.value);
  return (processorTime() - before) / 1000;
}

console.log('  µs   × feelin   guard');
for (const text of guards) {
  const evaluator = makeEvaluator();
  const ours = microseconds(() => evaluator.evaluate(text, (name) => data[name]), 20_000);
  const theirs = microseconds(() => evaluate(text, data), 400);
  console.log(`${ours.toFixed(2).padStart(5)}   ${(theirs / ours).toFixed(0).padStart(7)}   ${text}`);
}

const costs = corpus.map((hostile) => ({
  text: hostile.text.slice(0, 60),
  cost: Math.min(costOf(hostile), costOf(hostile), costOf(hostile)),
}));
costs.sort((a, b) => b.cost - a.cost);
console.log(`\nThe longest of ${corpus.length} hostile expressions, in ms:`);
for (const { text, cost } of costs.slice(0, 5)) console.log(`${cost.toFixed(1).padStart(5)}   ${text}`);

const component = {
  id: 'unit',
  kind: 'team' as const,
  name: 'Unit',
  parentId: null,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
};
const situation = {
  at: '2026-01-05T09:00:00.000Z',
  facts: { component, calendar: everyWeekdayInUtc, goals: [], measures: [], observations: [], children: [] },
};

/** Two guards and a value, none of which sees the same values twice. */
const tallyCycle = {
  schema: 'cycle/1',
  id: 'tally',
  name: 'Tally',
  variables: { total: 0 },
  initial: 'counting',
  stages: {
    counting: {
      on: {
        'count.raised': [
          { to: 'done', guard: 'event.data.amount < 0' },
          {
            guard: 'event.data.amount >= 0 and total >= 0',
            do: [{ do: 'set', variable: 'total', value: 'total + event.data.amount' }],
          },
        ],
      },
    },
    done: { type: 'final' },
  },
};

function stepOnNewValues(): number {
  const parsed = parseCycle(tallyCycle);
  if (parsed.kind === 'refused') throw new Error('The tally is not a cycle.');
  const cycle = compileCycle(parsed.cycle, 1);
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const started = startPlan(cycle, { id: 'p', componentId: 'unit', period }, situation);
  if (started.kind === 'rejected') throw new Error('The tally does not start.');
  let amount = 0;
  const step = () => {
    amount += 1;
    advance(cycle, started.plan, { id: `e${amount}`, type: 'count.raised', data: { amount } }, situation);
  };
  for (let warm = 0; warm < 10_000; warm += 1) step();
  return microseconds(step, 4_000);
}

console.log(`\nOne step of a plan, two guards and a value on new values: ${stepOnNewValues().toFixed(1)} µs`);
