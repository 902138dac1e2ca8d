// Finds the routes of a path, and keeps what it found for the paths asked for lately: to walk the tree of all routes costs
// an event more than to be let in.
import type { Result } from 'hono/router';
import { TrieRouter } from 'hono/router/trie-router';
import { type BoundedMap, boundedMap } from '../bounded-memo.ts';

const KEPT_PATHS = 2_000;
/** Longer ones are nobody's but who tries what happens. */
const LONGEST_PATH = 200;

export class RememberingRouter<Route> extends TrieRouter<Route> {
  #known: BoundedMap<Result<Route>> = boundedMap(KEPT_PATHS);

  override add(method: string, path: string, route: Route): void {
    this.#known = boundedMap(KEPT_PATHS);
    super.add(method, path, route);
  }

  override match(method: string, path: string): Result<Route> {
    if (path.length > LONGEST_PATH) return super.match(method, path);
    const key = `${method} ${path}`;
    const known = this.#known.get(key);
    if (known) return known;
    // Text of its own: a part of the address would keep all of it, with a query of any length.
    const found = super.match(method, Buffer.from(path).toString());
    this.#known.set(key, found);
    return found;
  }
}
