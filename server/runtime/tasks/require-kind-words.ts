// Feedback that hurts, or gives a reason that the law protects, is not taken, whichever door it comes through.
import { type JsonObject, loadWording } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import type { Clock } from '../ports.ts';

interface Said {
  text: string;
  /** Where the text stands in the request. */
  pointer: string;
  about: { id: string; name: string };
}

/**
 * Call it before the commit: reading prose takes some milliseconds.
 * @throws ProblemError invalid with the words and the reason.
 */
export async function refuseUnkindWords(
  { clock }: { clock: Clock },
  { pointer, text, about }: Said,
): Promise<void> {
  const { adviseWording, isBlocked } = await loadWording();
  const advice = adviseWording({ text, about, today: clock.now().slice(0, 10) });
  const blocking = advice.filter((one) => isBlocked([one]));
  if (blocking.length === 0) return;
  throw new ProblemError('invalid', 'This feedback cannot be sent as it is; say it another way.', {
    errors: blocking.map(({ rule, words, why }) => ({ pointer, code: rule, detail: `“${words}”: ${why}` })),
  });
}

/** @throws ProblemError invalid when the task asks for feedback and its words are refused. */
export async function requireKindWords(
  deps: { clock: Clock },
  { form, componentId, componentName }: { form: string; componentId: string; componentName: string },
  { text }: JsonObject,
): Promise<void> {
  if (JSON.parse(form) !== 'feedback' || typeof text !== 'string') return;
  const about = { id: componentId, name: componentName };
  await refuseUnkindWords(deps, { text, pointer: '/result/text', about });
}
