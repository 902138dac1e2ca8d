import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';
import { pageOfLines } from '../../../server/store/queries/organisation-lines.ts';

test.each([null, '2026-01-05T09:00:00.000Z'])(
  'by score, as of %s, each of very many components finds its own by an index',
  async (before) => {
    const store = await openSqliteStore(':memory:');
    try {
      const order = { sort: 'score' as const, isDescending: true, after: null, limit: 200 };
      const page = pageOfLines({ isVacant: false, before }, { ...order, scores: new Map([['city', 100]]) });
      const { rows } = await sql<{ detail: string }>`explain query plan ${page}`.execute(store.db);
      const plan = rows.map(({ detail }) => detail);
      expect(plan.filter((step) => /^SCAN s\b/.test(step))).toEqual([]);
      expect(plan.join('\n')).toContain('SEARCH s USING AUTOMATIC COVERING INDEX (id=?)');
    } finally {
      await store.close();
    }
  },
);
