// The draft of a cycle for a request that needs it whole.
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import type { Draft } from '../../store/drafts/drafts.ts';

/** @throws ProblemError not-found; conflict when the draft's file cannot be read. */
export async function readableDraft({ drafts }: Deps, id: string): Promise<Draft & { kind: 'readable' }> {
  const draft = await drafts.read(id);
  if (!draft) throw notFound('cycle draft');
  if (draft.kind === 'readable') return draft;
  throw new ProblemError(
    'conflict',
    `The draft file of ${id} cannot be read; mend it by hand. It was left as it is.`,
    {
      errors: draft.problems.map(({ code, pointer, message }) => ({ code, pointer, detail: message })),
    },
  );
}
