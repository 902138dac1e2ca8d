import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reasonToInstall } from '../../../server/cli/ensure-installed.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['sunos'] },
  'node_modules/here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
  'node_modules/wasm': { version: '1.0.0', optional: true },
};
const installed = { 'node_modules/hono': { version: '4.0.0' }, 'node_modules/here': { version: '1.0.0' } };

test('nothing is installed again when the lockfile and the folder agree', () => {
  expect(reasonToInstall(locked, installed)).toBe(null);
});

test('a folder that is not there, lacks a package or has another version is installed again', () => {
  expect(reasonToInstall(locked, null)).toBe('nothing is installed yet');
  const { 'node_modules/hono': hono, ...rest } = installed;
  expect(reasonToInstall(locked, rest)).toBe('node_modules/hono is missing');
  expect(reasonToInstall(locked, { ...installed, 'node_modules/hono': { ...hono, version: '3.0.0' } })).toBe(
    'node_modules/hono is 3.0.0, not 4.0.0',
  );
});

test('an optional package is missed on the platform that it is made for', () => {
  expect(reasonToInstall(locked, { 'node_modules/hono': { version: '4.0.0' } })).toBe(
    'node_modules/here is missing',
  );
});

test('a package that the lockfile does not name is a reason too', () => {
  expect(reasonToInstall(locked, { ...installed, 'node_modules/stray': { version: '1.0.0' } })).toBe(
    'node_modules/stray is not in the lockfile',
  );
});

const script = 'server/cli/ensure-installed.mjs';

/** A checkout of its own whose npm installs hono and nothing else, and writes down each time that it is asked. */
async function checkout() {
  const folder = await mkdtemp(join(tmpdir(), 'cyclewright-checkout-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write(script, readFileSync(script, 'utf8'));
  await write('package-lock.json', JSON.stringify({ packages: locked }));
  const made = { packages: { 'node_modules/hono': { version: '4.0.0' } } };
  await write(
    'npm.js',
    `const fs = require('node:fs');
     fs.appendFileSync('asked', process.argv[2] + '\\n');
     fs.rmSync('node_modules', { recursive: true, force: true });
     fs.mkdirSync('node_modules/node/bin', { recursive: true });
     fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
     fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify(made))});`,
  );
  const run = () => {
    const { status, stderr } = spawnSync(process.execPath, [join(folder, script)], {
      encoding: 'utf8',
      env: { npm_execpath: join(folder, 'npm.js'), npm_config_user_agent: 'npm/11.0.0' },
    });
    return { status, stderr };
  };
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  return { run, asked, write };
}
const silent = { status: 0, stderr: '' };

test('an optional package that npm leaves out is asked for once, and again with another lockfile', async () => {
  const { run, asked, write } = await checkout();
  expect(run()).toEqual({ status: 0, stderr: 'Installing (nothing is installed yet) …\n' });
  expect([run(), run()]).toEqual([silent, silent]);
  expect(asked()).toEqual(['ci']);
  await write('package-lock.json', JSON.stringify({ packages: locked, changed: true }));
  expect(run()).toEqual({ status: 0, stderr: 'Installing (node_modules/here is missing) …\n' });
  expect(run()).toEqual(silent);
  expect(asked()).toEqual(['ci', 'ci']);
});

test('a folder that somebody changed since is installed again', async () => {
  const { run, asked, write } = await checkout();
  run();
  await write('node_modules/.package-lock.json', '{"packages":{}}');
  expect(run()).toEqual({ status: 0, stderr: 'Installing (node_modules/hono is missing) …\n' });
  expect(asked()).toEqual(['ci', 'ci']);
});

test('what is made for other machines is never missed here, whatever the lockfile says of it', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const others = ['android', 'darwin', 'freebsd', 'openharmony', 'win32'];
  const isForeign = ({ os }: { os?: string[] }) => os?.some((one) => others.includes(one)) ?? false;
  const wanted = Object.entries<{ os?: string[]; integrity?: string }>(packages);
  const foreign = wanted.filter(([, one]) => isForeign(one));
  expect(foreign.filter(([, one]) => one.integrity === undefined).length).toBeGreaterThan(0);
  const here = Object.fromEntries(wanted.filter(([, one]) => !isForeign(one)));
  expect(process.platform === 'linux' ? reasonToInstall(packages, here) : null).toBe(null);
});

test('continuous integration runs exactly npm test', () => {
  const lines = readFileSync('.ci/run', 'utf8').split('\n');
  expect(lines.filter((line) => line && !line.startsWith('#'))).toEqual([
    'set -euo pipefail',
    'cd "$(dirname "$0")/.."',
    'npm test',
  ]);
});
