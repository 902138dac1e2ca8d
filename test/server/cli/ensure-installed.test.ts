import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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

test('in this checkout there is nothing to do and nothing is said', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/ensure-installed.mjs'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('continuous integration runs exactly npm test', () => {
  const lines = readFileSync('.ci/run', 'utf8').split('\n');
  expect(lines.filter((line) => line && !line.startsWith('#'))).toEqual([
    'set -euo pipefail',
    'cd "$(dirname "$0")/.."',
    'npm test',
  ]);
});
