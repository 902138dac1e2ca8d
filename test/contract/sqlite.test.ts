import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../../server/store/open-sqlite.ts';
import { storeContract } from './store.contract.ts';

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cyclewright-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'store.db');
}

const noFile = 'what is only in memory ends with its store';

storeContract({
  name: 'SQLite in memory',
  open: async () => ({
    store: await openSqliteStore(':memory:'),
    again: () => openSqliteStore(':memory:'),
  }),
  skip: [
    { test: 'has on disk what it answered, once it is opened again', reason: noFile },
    { test: 'finishes the works under way before it closes', reason: noFile },
  ],
});

storeContract({
  name: 'SQLite in a file',
  open: async () => {
    const file = await newFile();
    return { store: await openSqliteStore(file), again: () => openSqliteStore(file) };
  },
});

test('a file that another store holds is refused with what to do', async () => {
  const file = await newFile();
  const store = await openSqliteStore(file);
  await expect(openSqliteStore(file)).rejects.toThrow('--data');
  await store.close();
  await (await openSqliteStore(file)).close();
});
