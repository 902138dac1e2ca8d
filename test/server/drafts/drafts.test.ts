import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cycle } from '../../../engine/index.ts';
import { openDrafts } from '../../../server/store/drafts/drafts.ts';
import { realFiles } from '../../../server/store/drafts/durable-file.ts';

const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'plan',
  stages: { plan: { kind: 'plan', after: [{ delay: 'P1D', to: 'done' }] }, done: { type: 'final' } },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a draft is one readable file and comes back as it was', async () => {
  const drafts = await openDrafts(folder);
  const saved = await drafts.write(cycle, null);
  const draft = await drafts.read('small');
  expect(draft).toMatchObject({ kind: 'readable', cycle, etag: saved.etag });
  expect(await readdir(folder)).toEqual(['small.cycle.json']);
});

test('of two writers with the same etag one is told that it is stale', async () => {
  const drafts = await openDrafts(folder);
  const { etag } = await drafts.write(cycle, null);
  const answers = await Promise.all(['A', 'B'].map((name) => drafts.write({ ...cycle, name }, etag)));
  expect(answers.map((answer) => answer.kind)).toEqual(['saved', 'stale']);
  expect(await drafts.read('small')).toMatchObject({ cycle: { name: 'A' } });
});

test('the generation before is kept beside the file', async () => {
  const drafts = await openDrafts(folder);
  const { etag } = await drafts.write(cycle, null);
  await drafts.write({ ...cycle, name: 'Second' }, etag);
  expect(JSON.parse(await readFile(join(folder, 'small.cycle.json.previous'), 'utf8')).name).toBe('Small');
});

test('a write that fails half way leaves the draft as it was', async () => {
  const whole = await openDrafts(folder);
  const { etag } = await whole.write(cycle, null);
  const failing = await openDrafts(folder, {
    openForWriting: async (path) => {
      const handle = await realFiles.openForWriting(path);
      return {
        writeFile: async () => {
          await handle.writeFile('{"sch', 'utf8');
          throw new Error('no space left on device');
        },
        sync: () => handle.sync(),
        close: () => handle.close(),
      };
    },
  });
  await expect(failing.write({ ...cycle, name: 'Lost' }, etag)).rejects.toThrow('no space left');
  expect(await whole.read('small')).toMatchObject({ cycle: { name: 'Small' } });
  expect(await readdir(folder)).toEqual(['small.cycle.json']);
});

test('a file that is not JSON is reported and left untouched', async () => {
  const drafts = await openDrafts(folder);
  await writeFile(join(folder, 'broken.cycle.json'), '{"schema": "cycle/1",');
  const [draft] = await drafts.list();
  expect(draft).toMatchObject({ kind: 'unreadable', id: 'broken', problems: [{ code: 'DOC-not-json' }] });
  expect(await readFile(join(folder, 'broken.cycle.json'), 'utf8')).toBe('{"schema": "cycle/1",');
});

test('an id is never a path', async () => {
  const drafts = await openDrafts(folder);
  expect(await drafts.read('../secrets')).toBe(null);
  await expect(drafts.write({ ...cycle, id: '../secrets' }, null)).rejects.toThrow('lower-case letters');
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that was taken away is empty, and comes back with the next draft', async () => {
  const drafts = await openDrafts(folder);
  await drafts.write(cycle, null);
  await rm(folder, { recursive: true });
  expect(await drafts.list()).toEqual([]);
  expect(await drafts.write(cycle, null)).toMatchObject({ kind: 'saved', created: true });
  expect(await drafts.read('small')).toMatchObject({ kind: 'readable', cycle });
});

test('a folder that is named like a draft is none', async () => {
  const drafts = await openDrafts(folder);
  await drafts.write(cycle, null);
  await mkdir(join(folder, 'odd.cycle.json'));
  expect((await drafts.list()).map((draft) => draft.id)).toEqual(['small']);
});
