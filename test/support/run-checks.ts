// `npm test`: every check in turn, stopping at the first that fails, and at the end what ran and how long it took.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

interface Line {
  name: string;
  result: string;
  seconds: number;
}

const checks = ['lint', 'types', 'walls', 'unused', 'unit', 'build', 'budget', 'browser'];

function run(name: string, env: NodeJS.ProcessEnv): Line {
  const started = performance.now();
  console.log(`\n— ${name}`);
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', env });
  const seconds = (performance.now() - started) / 1000;
  return { name, result: status === 0 ? 'passed' : 'FAILED', seconds };
}

function check(name: string): Line {
  if (name !== 'browser') return run(name, process.env);
  const browser = findBrowser();
  if (browser.kind === 'none') return { name, result: `SKIPPED: ${browser.reason}`, seconds: 0 };
  return run(name, { ...process.env, CYCLEWRIGHT_CHROMIUM: browser.path });
}

const lines: Line[] = [];
for (const name of checks) {
  const line = check(name);
  lines.push(line);
  if (line.result === 'FAILED') break;
}
const failed = lines.some((line) => line.result === 'FAILED');
const notRun = checks.slice(lines.length);
console.log('\nWhat ran:');
for (const { name, result, seconds } of lines)
  console.log(`  ${name.padEnd(8)} ${result} ${seconds > 0 ? `(${seconds.toFixed(1)} s)` : ''}`);
if (notRun.length > 0) console.log(`  not run: ${notRun.join(', ')}`);
process.exitCode = failed ? 1 : 0;
