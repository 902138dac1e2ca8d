// The text of a file by its name: where the person stands, and without marks of its encoding.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../../server/cli/exit-codes.ts';
import { readText } from '../../../server/cli/read-file.ts';

let clone = '';
let samples = '';

beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'cyclewright-clone-'));
  samples = join(clone, 'samples');
  await mkdir(samples);
  await writeFile(join(clone, 'root.json'), '"at the root"');
  await writeFile(join(samples, 'own.json'), '"in samples"');
  await writeFile(join(samples, 'root.json'), '"nearer"');
  await writeFile(join(clone, 'only.json'), '"only at the root"');
});
afterAll(() => rm(clone, { recursive: true }));

describe('a name', () => {
  const throughNpm = () => ({
    folder: clone,
    env: { INIT_CWD: samples, npm_lifecycle_event: 'cyclewright' },
  });

  test('is from the folder in which the person called npm, and else from the root of the clone', async () => {
    expect(await readText('own.json', throughNpm())).toBe('"in samples"');
    expect(await readText('root.json', throughNpm())).toBe('"nearer"');
    expect(await readText('only.json', throughNpm())).toBe('"only at the root"');
    expect(await readText('samples/own.json', throughNpm())).toBe('"in samples"');
    expect(await readText(join(clone, 'root.json'), throughNpm())).toBe('"at the root"');
  });

  test('is from the folder of the process without npm, and in a script of another name', async () => {
    const inScript = { folder: clone, env: { INIT_CWD: samples, npm_lifecycle_event: 'ci' } };
    expect(await readText('root.json', inScript)).toBe('"at the root"');
    expect(await readText('root.json', { folder: clone, env: {} })).toBe('"at the root"');
  });

  test('of no file is not found, and told as it was written', async () => {
    await expect(readText('gone.json', throughNpm())).rejects.toMatchObject({
      message: 'gone.json cannot be read: there is no such file.',
      exitCode: exitCodes.notFound,
    });
    await expect(readText('samples', { folder: clone, env: {} })).rejects.toMatchObject({
      message: 'samples cannot be read: it is a folder.',
    });
  });
});

test('a byte order mark is no part of the text, in UTF-8 and in UTF-16', async () => {
  const text = '{"name":"Prüfung – 1"}';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const files = {
    plain: Buffer.from(text),
    'utf-8': Buffer.from(`\uFEFF${text}`),
    'utf-16le': utf16,
    'utf-16be': Buffer.from(utf16).swap16(),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(clone, name), bytes);
    expect(await readText(name, { folder: clone, env: {} }), name).toBe(text);
  }
});
