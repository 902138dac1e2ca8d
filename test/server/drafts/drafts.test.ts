import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cycle } from '../../../engine/index.ts';
import { openDrafts } from '../../../server/store/drafts/drafts.ts';
import { realFiles } from '../../../server/store/drafts/durable-file.ts';
import { reportUnreadable } from '../../../server/store/drafts/report-unreadable.ts';

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

test('a file that was edited by hand is read as it is now', async () => {
  const drafts = await openDrafts(folder);
  await drafts.write(cycle, null);
  await drafts.read('small');
  await writeFile(join(folder, 'small.cycle.json'), JSON.stringify({ ...cycle, name: 'By hand' }));
  expect(await drafts.read('small')).toMatchObject({ cycle: { name: 'By hand' } });
  expect(await drafts.list()).toMatchObject([{ cycle: { name: 'By hand' } }]);
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

test('a file whose name is no id is listed with the reason and left untouched', async () => {
  const drafts = await openDrafts(folder);
  await drafts.write(cycle, null);
  const path = join(folder, 'My Cycle.cycle.json');
  await writeFile(path, JSON.stringify(cycle));
  const listed = await drafts.list();
  expect(listed.map(({ kind, id }) => [kind, id])).toEqual([
    ['unreadable', 'My Cycle'],
    ['readable', 'small'],
  ]);
  expect(listed[0]).toMatchObject({
    problems: [
      {
        code: 'DOC-wrong-name',
        message:
          "The file My Cycle.cycle.json is not used. A draft's file has the name of its cycle's id: 1 to 64 lower-case letters, digits and hyphens, then “.cycle.json”. Rename it.",
      },
    ],
  });
  expect(await drafts.read('My Cycle')).toBe(null);
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(cycle);
});

test('the log tells of each unreadable file once, and again when it has changed', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).draft) });
  const drafts = reportUnreadable(await openDrafts(folder), log);
  await drafts.write(cycle, null);
  await writeFile(join(folder, 'My Cycle.cycle.json'), '{}');
  await drafts.list();
  await drafts.list();
  expect(lines).toEqual(['My Cycle']);
  await writeFile(join(folder, 'My Cycle.cycle.json'), '[]');
  await drafts.list();
  expect(lines).toEqual(['My Cycle', 'My Cycle']);
});
