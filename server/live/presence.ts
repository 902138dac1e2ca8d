// Who has a draft open right now: pages that tell so again and again, and are forgotten when they do not. In memory
// only; after a restart everybody has told again within seconds.
export interface Present {
  personId: string;
  name: string;
  editing: boolean;
}

interface Seen extends Present {
  at: number;
}

/** A page tells every five seconds; three may be missed. */
const forgottenAfter = 20_000;
/** More pages than this nobody needs to hear of. */
const mostPages = 100;

export interface Presence {
  /** Those that have the draft open, besides the page that tells. */
  tell(draft: string, page: string, present: Present, at: number): Present[];
  leave(draft: string, page: string): void;
}

export function makePresence(): Presence {
  const drafts = new Map<string, Map<string, Seen>>();
  const forget = (at: number): void => {
    for (const [draft, pages] of drafts) {
      for (const [page, seen] of pages) if (at - seen.at > forgottenAfter) pages.delete(page);
      if (pages.size === 0) drafts.delete(draft);
    }
  };
  return {
    tell: (draft, page, present, at) => {
      forget(at);
      const pages = drafts.get(draft) ?? new Map<string, Seen>();
      if (pages.has(page) || pages.size < mostPages) pages.set(page, { ...present, at });
      drafts.set(draft, pages);
      return [...pages]
        .filter(([other]) => other !== page)
        .map(([, { personId, name, editing }]) => ({ personId, name, editing }));
    },
    leave: (draft, page) => {
      drafts.get(draft)?.delete(page);
    },
  };
}
