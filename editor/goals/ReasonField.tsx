// Why a plan changes by which somebody has been rated already: asked for once the server has said that it needs it.
import { Textarea, type TextareaProps } from '@mantine/core';
import { RequestError } from '../app/api/request.ts';
import { t } from '../language/index.ts';

export const isReasonAsked = (error: unknown): boolean =>
  error instanceof RequestError && (error.problem.errors ?? []).some(({ code }) => code === 'reason-needed');

/** What is not said is not sent: an empty reason is none. */
export const withReason = <Values extends { reason: string }>({ reason, ...values }: Values) => ({
  ...values,
  ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
});

export function ReasonField({ rest, isAsked }: { rest: TextareaProps; isAsked: boolean }) {
  if (!isAsked && !rest.value) return null;
  return (
    <Textarea
      label={t('Why it changes')}
      description={t('Somebody has been rated by this plan; the reason is kept with the change.')}
      autosize
      minRows={2}
      autoFocus
      required
      {...rest}
    />
  );
}
