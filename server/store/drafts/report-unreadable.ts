// Drafts whose unreadable files are told to the operator's log too: each once, and again when it has changed.
import type { Logger } from 'pino';
import type { Drafts } from './drafts.ts';

export function reportUnreadable(drafts: Drafts, log: Logger): Drafts {
  const told = new Map<string, string>();
  return {
    ...drafts,
    list: async () => {
      const listed = await drafts.list();
      for (const draft of listed) {
        if (draft.kind !== 'unreadable' || told.get(draft.id) === draft.etag) continue;
        told.set(draft.id, draft.etag);
        const problems = draft.problems.map((problem) => problem.message);
        log.warn({ draft: draft.id, problems }, 'a cycle draft cannot be used; its file is left as it is');
      }
      return listed;
    },
  };
}
