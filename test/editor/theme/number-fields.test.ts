import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const editor = new URL('../../../editor/', import.meta.url).pathname;

test('a number is typed in the field that keeps what is on the way to one, in every form', () => {
  const own = globSync('**/*.tsx', { cwd: editor }).filter((file) =>
    /\bNumberInput\b/.test(readFileSync(`${editor}${file}`, 'utf8')),
  );
  expect(own).toEqual(['theme/NumberField.tsx']);
});
