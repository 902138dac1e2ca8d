// npm run bench: durable events per second beside a bare loop and beside Restate, in one run on one machine,
// how long a large launch takes, and the engine beside XState by itself. Prints a Markdown table. `--without-restate` leaves Restate out.
import { cpus } from 'node:os';
import { makeBareBench } from './bare.ts';
import { type Bench, makeCyclewrightBench, measureLaunch } from './cyclewright.ts';
import { tellEngine } from './engine.ts';
import type { Measured } from './load.ts';
import { makeRestateBench } from './restate.ts';

const ROUNDS = 5;
/** A server is measured as it runs for days: compiled, and with its pages in memory. */
const WARM_UP = 4;
const LAUNCH = 10_000;
/** Counted, so that a slow one ends too. */
const loads = [
  { connections: 1, requests: 1_500 },
  { connections: 32, requests: 6_000 },
];
const slowLoads = [
  { connections: 1, requests: 150 },
  { connections: 32, requests: 1_500 },
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const median = (runs: Measured[]): Measured => ({
  perSecond: middle(runs.map((run) => run.perSecond)),
  median: middle(runs.map((run) => run.median)),
  p99: middle(runs.map((run) => run.p99)),
});

interface Contender {
  bench: Bench;
  loads: typeof loads;
  runs: Measured[][];
}

/** In turns, so that what else the machine does meets all of them; the first rounds only warm up. */
async function compete(contenders: Contender[]): Promise<void> {
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { bench, loads, runs } of contenders) {
      for (const [index, { connections, requests }] of loads.entries()) {
        const measured = await bench.events(connections, requests);
        if (round >= WARM_UP) runs[index]?.push(measured);
      }
    }
  }
}

async function tryRestate(): Promise<Contender[]> {
  if (process.argv.includes('--without-restate')) {
    say('Restate is left out, as asked.');
    return [];
  }
  try {
    return [{ bench: await makeRestateBench(), loads: slowLoads, runs: [[], []] }];
  } catch (error) {
    say(
      `Restate is left out, because it cannot be had here: ${error instanceof Error ? error.message : error}`,
    );
    return [];
  }
}

const round = (value: number, digits = 0): string => value.toFixed(digits);

function printEvents(contenders: Contender[], own: Contender): void {
  say('\n| Durable events over HTTP | connections | events/s | median ms | p99 ms | Cyclewright is |');
  say('|---|--:|--:|--:|--:|--:|');
  for (const contender of contenders) {
    for (const [index, { connections }] of contender.loads.entries()) {
      const { perSecond, median: half, p99 } = median(contender.runs[index] ?? []);
      const ratio = median(own.runs[index] ?? []).perSecond / perSecond;
      const beside = contender === own ? '' : `${round(ratio, 2)} ×`;
      const cells = [connections, round(perSecond), round(half, 2), round(p99, 2), beside];
      say(`| ${contender.bench.name} | ${cells.join(' | ')} |`);
    }
  }
}

const own: Contender = { bench: await makeCyclewrightBench(), loads, runs: [[], []] };
const bare: Contender = { bench: await makeBareBench(), loads, runs: [[], []] };
const contenders = [own, bare, ...(await tryRestate())];
try {
  await compete(contenders);
} finally {
  for (const { bench } of contenders) await bench.end();
}
printEvents(contenders, own);
const seconds = await measureLaunch(LAUNCH);
say(`\n| Launch of ${LAUNCH} components | ${round(seconds, 1)} s |\n|---|--:|`);
say(`\n${await tellEngine()}`);
const [cpu] = cpus();
say(
  `\nNode ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${ROUNDS} rounds, medians.`,
);
