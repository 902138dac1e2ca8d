// Sends what a draft holds so that it counts once: its key is kept with the draft until the server has answered, also over a
// reload of the page in between.
import { newKey, RequestError } from '../app/api/request.ts';
import { t } from '../language/index.ts';

export interface KeptKey {
  read(): string | null;
  keep(key: string | null): void;
}

/** Not while the first request is still worked on, nor where it never came to be worked on. */
function isAnswer(error: unknown): boolean {
  if (!(error instanceof RequestError)) return false;
  const { status, problem } = error;
  return status >= 400 && status < 500 && status !== 401 && problem.retryAfter === undefined;
}

/** The words differ from those that were sent with the key: whether those arrived nobody told the writer. */
function toWords(error: unknown): unknown {
  if (!(error instanceof RequestError) || !error.problem.type.endsWith('#key-reused')) return error;
  const detail = t(
    'You sent this before in other words, and were not told whether it arrived. Look there first; if it did not, send it once more.',
  );
  return new RequestError({ ...error.problem, title: t('Perhaps it arrived already'), detail });
}

/** @throws RequestError when it was not taken. */
export async function sendOnce<Answer>(
  kept: KeptKey,
  send: (key: string) => Promise<Answer>,
): Promise<Answer> {
  const key = kept.read() ?? newKey();
  kept.keep(key);
  try {
    return await send(key);
  } catch (error) {
    if (isAnswer(error)) kept.keep(null);
    throw toWords(error);
  }
}
