// Ids that are the same whenever they are worked out again from what they are for.
import { parse, v5 as uuidV5 } from 'uuid';

/** Of one kind of thing, whose namespace is a UUID: the seed's UUID of version 5. */
export function seededIds(namespace: string): (seed: string) => string {
  // As bytes, which the library would make of both texts each time and twice as slowly: a launch asks for many ids.
  const bytes = parse(namespace);
  return (seed) => uuidV5(Buffer.from(seed), bytes);
}
