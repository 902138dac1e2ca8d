// The page on decisions: its example is sound, and it lists every code that the engine gives.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCodes, checkCycle, parseCycle } from '../../engine/index.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/decisions.md', root), 'utf8');

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));

test('the example is a sound cycle, and its table is proved', () => {
  const example = /```jsonc\n([\s\S]*?)```/.exec(page)?.[1];
  const parsed = parseCycle({
    schema: 'cycle/1',
    id: 'example',
    name: 'Example',
    ...JSON.parse(`{${example}}`),
    initial: 'work',
    stages: {
      work: {
        on: {
          done: [{ to: 'end', guard: 'good news and share(score) > 1' }, { to: 'end' }],
        },
        after: [{ delay: 'P30D', to: 'end' }],
      },
      end: { type: 'final' },
    },
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  expect(checkCycle(parsed.cycle)).toEqual([]);
});

test('every code of the engine has its line', () => {
  const given = new Set(
    [...filesIn('engine/decision'), ...filesIn('engine/check')].flatMap(
      (text) => text.match(/\bDEC-\d\d\b/g) ?? [],
    ),
  );
  const listed = new Set(page.match(/^\| DEC-\d\d/gm)?.map((line) => line.slice(2)) ?? []);
  expect([...listed].sort()).toEqual([...given].sort());
});

test('every line of the page is a code that a cycle can accept or that the check lists', () => {
  const lines = page.match(/^\| DEC-\d\d/gm)?.map((line) => line.slice(2)) ?? [];
  expect(lines).toEqual(checkCodes.map(({ code }) => code).filter((code) => code.startsWith('DEC')));
});
