// The architecture page names every folder that there is, and none that there is not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');
const folders = (name: string) =>
  readdirSync(new URL(`${name}/`, root), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'public')
    .map((entry) => `${name}/${entry.name}/`);

const screens = /`editor\/inbox\/`(?: `\w+\/`)+/.exec(page)?.[0] ?? '';
const named = [
  ...Array.from(page.matchAll(/^\| `([\w/]+\/)` \|/gm), ([, folder]) => folder ?? ''),
  ...Array.from(screens.matchAll(/`(?:editor\/)?(\w+)\/`/g), ([, screen]) => `editor/${screen}/`),
];

test('every folder of the engine, the server and the editor has its line', () => {
  const all = ['engine', 'server', 'editor'].flatMap(folders);
  expect(all.filter((folder) => !named.includes(folder))).toEqual([]);
});

test('every folder with a line is there', () => {
  expect(named.filter((folder) => !existsSync(new URL(folder, root)))).toEqual([]);
});
