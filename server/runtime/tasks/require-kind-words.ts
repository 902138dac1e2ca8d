// Words that hurt, or give a reason that the law protects, are not taken, whichever door they come through: feedback,
// what any task asks for, comments, refusals.
import { type JsonObject, loadWording, type Said, saidIn, subjectOf } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';

/**
 * Call it before the commit: reading prose takes some milliseconds.
 * @throws ProblemError invalid with the words and the reason.
 */
export async function refuseUnkindWords(...said: Said[]): Promise<void> {
  if (said.length === 0) return;
  const { findHarm } = await loadWording();
  const errors = said.flatMap((one) =>
    findHarm(one).map(({ rule, words, why }) => ({
      pointer: one.pointer,
      code: rule,
      detail: `“${words}”: ${why}`,
    })),
  );
  if (errors.length === 0) return;
  throw new ProblemError('invalid', 'This cannot be sent as it is; say it another way.', { errors });
}

interface Asked {
  form: string;
  componentOwnerId: string | null;
}

export const subjectOfTask = ({ form, componentOwnerId }: Asked, actorId: string) =>
  subjectOf(JSON.parse(form), componentOwnerId === actorId);

/** @throws ProblemError invalid when words of the result are refused. */
export async function requireKindWords(task: Asked, result: JsonObject, actorId: string): Promise<void> {
  const said = saidIn(JSON.parse(task.form), result, subjectOfTask(task, actorId));
  await refuseUnkindWords(...said.map((one) => ({ ...one, pointer: `/result${one.pointer}` })));
}
