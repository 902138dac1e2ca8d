// The page of the checks has every code, with the severities and the words of the engine's own table.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCodes, checkCycle } from '../../engine/index.ts';
import { faultyCycles } from '../engine/check/corpus/faulty.ts';

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...text] = section.split('\n');
      return [title, text.join(' ').replace(/\s+/g, ' ')] as const;
    }),
);

test('every code has its section, in which it is said what to do', () => {
  const titles = checkCodes.map(({ code, severities: [own, ...others] }) =>
    others.length > 0 ? `${code} · ${own} (${others.join(', ')})` : `${code} · ${own}`,
  );
  expect([...sections.keys()].toSorted()).toEqual(titles.toSorted());
  const silent = checkCodes.filter(({ code, about }) => {
    const text = [...sections].find(([title]) => title.startsWith(`${code} ·`))?.[1] ?? '';
    return !text.includes(about) || !text.includes('**Mend**');
  });
  expect(silent.map(({ code }) => code)).toEqual([]);
});

/** Where findings of cycles and of goals are made; the faults of other documents are those of their readers. */
const sources = ['check', 'decision', 'scenario', 'statechart'].flatMap((folder) => {
  const root = new URL(`../../engine/${folder}/`, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'codes.ts')
    .map((name) => readFileSync(new URL(name, root), 'utf8'));
});

test('every code that a check gives to a finding is in the table, and every code of the table is given', () => {
  const given = new Set(sources.flatMap((text) => text.match(/(?<=')[A-Z]{3,4}-[a-z0-9-]+(?=')/g) ?? []));
  const curves = ['STD-01', 'STD-02', 'STD-07'];
  const known = checkCodes.map(({ code }) => code);
  expect([...given].filter((code) => !known.includes(code))).toEqual([]);
  expect(known.filter((code) => !given.has(code) && !curves.includes(code))).toEqual([]);
});

test('a finding has one of the severities of its code', () => {
  const allowed = new Map(checkCodes.map(({ code, severities }) => [code, severities]));
  const found = faultyCycles.flatMap(({ cycle, context }) => checkCycle(cycle, context));
  const other = found.filter(
    ({ code, severity, message }) =>
      !allowed.get(code)?.includes(severity) && !message.includes(' Accepted: '),
  );
  expect(other.map(({ code, severity }) => `${severity} ${code}`)).toEqual([]);
});

test('a code is used once', () => {
  const codes = checkCodes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the corpus has a faulty cycle for every code of the cycle rules', () => {
  const faulty = new Set(faultyCycles.map(({ says }) => says.split(' ')[1]));
  const missing = checkCodes.filter(({ code }) => code.startsWith('CYC-') && !faulty.has(code));
  expect(missing.map(({ code }) => code)).toEqual([]);
});
