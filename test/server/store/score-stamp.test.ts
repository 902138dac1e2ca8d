import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/open-sqlite.ts';
import { appendFeed } from '../../../server/store/queries/records.ts';
import { onlyFiguresCame, scoreStamp } from '../../../server/store/queries/score-stamp.ts';

test('the mark of the scores changes with what they rest on, and is found without reading the feed of plans', async () => {
  const store = await openSqliteStore(':memory:');
  try {
    const at = '2026-01-05T09:00:00.000Z';
    const tell = (type: string) => store.commit((db) => appendFeed(db, { at, type, data: {} }));
    const mark = () => store.read(scoreStamp);
    const before = await mark();
    // Nothing came: neither where the feed has told of nothing yet, nor where it has forgotten it.
    expect(await store.read((db) => onlyFiguresCame(db, before, before))).toBe(true);
    await tell('plan.moved');
    expect(await mark()).toEqual(before);
    await tell('observation.verified');
    expect(await mark()).not.toEqual(before);
    const { rows } = await sql<{
      detail: string;
    }>`explain query plan select "seq" from "feed" where "movesScores" is not null order by "seq" desc limit 1`.execute(
      store.db,
    );
    expect(rows.map(({ detail }) => detail).join()).toContain('feed_movesScores');
  } finally {
    await store.close();
  }
});
