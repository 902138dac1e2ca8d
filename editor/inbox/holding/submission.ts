// A filled-in form that is held: the draft is forgotten only once the server has taken the result.
import type { QueryClient } from '@tanstack/react-query';
import { type AfterCompletion, nextWords } from '../after-completion.ts';
import { type Completion, sendCompletion } from './completion.ts';
import type { HeldAct } from './use-hold.ts';

interface Submitted extends Completion {
  milliseconds: number;
  /** What was done, in words, such as "Plan agreed". */
  done: string;
  after: AfterCompletion;
  client: Pick<QueryClient, 'invalidateQueries'>;
  forget(): void;
  /** Back to the task, whose draft is still there. */
  onUndone(): void;
  /** `again` sends the very same once more. */
  onNotSent(error: unknown, again: () => Promise<void>): void;
}

export function makeSubmission(given: Submitted): HeldAct {
  const { client, forget, onUndone, onNotSent } = given;
  const send = async (leaving = false): Promise<void> => {
    try {
      await sendCompletion(given, leaving);
      forget();
    } catch (error) {
      onNotSent(error, send);
    }
    void client.invalidateQueries({ queryKey: ['plans'] });
    await client.invalidateQueries({ queryKey: ['tasks'] });
  };
  return {
    key: given.key,
    title: given.done,
    words: nextWords(given.after),
    milliseconds: given.milliseconds,
    hides: [given.taskId],
    send,
    undone: onUndone,
  };
}
