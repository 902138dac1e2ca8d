// Reads a list to its end, page by page, up to a bound that a screen can still show.
import { get, type Query } from './request.ts';
import type { Page } from './wire.ts';

const pageSize = 200;

export async function getAll<Item>(path: string, query: Query = {}, atMost = 10_000): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await get(path, { ...query, limit: pageSize, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < atMost);
  return items;
}
