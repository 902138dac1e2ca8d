// `npm test`: every check, stopping at the first that fails, and at the end what ran and how long it took.
import { type SpawnOptions, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { findBrowser } from './find-browser.ts';

interface Line {
  name: string;
  result: string;
  seconds: number;
}

/** Each of these uses one processor, and a server that is killed and starts again not much more. */
const besideEachOther = [
  ['lint', 'walls', 'types'],
  ['unused', 'build', 'budget', 'fault'],
];
/** Each of these uses all processors. */
const afterOneAnother = ['unit', 'browser'];

const start = (name: string, options: SpawnOptions) => spawn('npm', ['run', '--silent', name], options);

async function timed(name: string, work: () => Promise<number | null>): Promise<Line> {
  const started = performance.now();
  const code = await work();
  const seconds = (performance.now() - started) / 1000;
  return { name, result: code === 0 ? 'passed' : 'FAILED', seconds };
}

const ended = (child: ReturnType<typeof start>): Promise<number | null> =>
  new Promise((resolve) => child.once('close', resolve));

/** What it says is told once it has ended, so that no two checks speak at once. */
const runQuietly = (name: string): Promise<Line> =>
  timed(name, async () => {
    const child = start(name, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [code, ...said] = await Promise.all([
      ended(child),
      ...[child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')),
    ]);
    process.stdout.write(`\n— ${name}\n${said.join('')}`);
    return code;
  });

const runAloud = (name: string, env: NodeJS.ProcessEnv): Promise<Line> =>
  timed(name, () => {
    console.log(`\n— ${name}`);
    return ended(start(name, { stdio: 'inherit', env }));
  });

async function check(name: string): Promise<Line> {
  if (name !== 'browser') return runAloud(name, process.env);
  const browser = findBrowser();
  if (browser.kind === 'none') return { name, result: `SKIPPED: ${browser.reason}`, seconds: 0 };
  return runAloud(name, { ...process.env, CYCLEWRIGHT_CHROMIUM: browser.path });
}

const lines: Line[] = [];
const failed = () => lines.some(({ result }) => result === 'FAILED');

async function inTurn(names: string[], run: (name: string) => Promise<Line>): Promise<void> {
  for (const name of names) if (!failed()) lines.push(await run(name));
}

await Promise.all(besideEachOther.map((names) => inTurn(names, runQuietly)));
await inTurn(afterOneAnother, check);

const notRun = [...besideEachOther.flat(), ...afterOneAnother].filter(
  (name) => !lines.some((line) => line.name === name),
);
console.log('\nWhat ran:');
for (const { name, result, seconds } of lines)
  console.log(`  ${name.padEnd(8)} ${result} ${seconds > 0 ? `(${seconds.toFixed(1)} s)` : ''}`);
if (notRun.length > 0) console.log(`  not run: ${notRun.join(', ')}`);
process.exitCode = failed() ? 1 : 0;
