// Feedback that hurts, or gives a reason that the law protects, is not taken, whichever door it comes through.
import { type JsonObject, loadWording } from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import type { Clock } from '../ports.ts';

/**
 * Call it before the commit: reading prose takes some milliseconds.
 * @throws ProblemError invalid with the words and the reason.
 */
export async function requireKindWords(
  { clock }: { clock: Clock },
  { form, componentId, componentName }: { form: string; componentId: string; componentName: string },
  { text }: JsonObject,
): Promise<void> {
  if (JSON.parse(form) !== 'feedback' || typeof text !== 'string') return;
  const { adviseWording, isBlocked } = await loadWording();
  const about = { id: componentId, name: componentName };
  const blocking = adviseWording({ text, today: clock.now().slice(0, 10), about }).filter((one) =>
    isBlocked([one]),
  );
  if (blocking.length === 0) return;
  throw new ProblemError('invalid', 'This feedback cannot be sent as it is; say it another way.', {
    errors: blocking.map(({ rule, words, why }) => ({
      pointer: '/result/text',
      code: rule,
      detail: `“${words}”: ${why}`,
    })),
  });
}
