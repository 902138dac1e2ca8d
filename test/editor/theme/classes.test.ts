import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const editor = fileURLToPath(new URL('../../../editor/', import.meta.url));
const read = (path: string): string => readFileSync(join(editor, path), 'utf8');
const styles = /import (\w+) from '(\.[^']+\.module\.css)'/g;

/** Such as `app/shell/Notices.tsx: notice`, for each class that a module names and its sheet does not have. */
function missingIn(path: string): string[] {
  const text = read(path);
  return [...text.matchAll(styles)].flatMap(([whole, name, sheet = '']) => {
    const had = new Set(read(join(dirname(path), sheet)).match(/(?<=\.)[A-Za-z]\w*/g));
    const named = text.replace(whole, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'));
    return [...named].flatMap(([, one = '']) => (had.has(one) ? [] : [`${path}: ${one}`]));
  });
}

test('every class that a part is drawn with is in its sheet', () => {
  const parts = readdirSync(editor, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.flatMap(missingIn)).toEqual([]);
});
