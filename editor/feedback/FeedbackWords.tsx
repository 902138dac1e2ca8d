// The field for feedback with advice under it, and whether what is written can be sent.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Advice } from '../../engine/index.ts';
import { comparisonQuery } from '../app/api/wording-queries.ts';
import { dayNow } from '../app/words/due.ts';
import { Words } from '../inbox/forms/Words.tsx';
import type { Referred } from '../inbox/wording/AskHr.tsx';
import { type Advised, useAdvice } from '../inbox/wording/use-advice.ts';
import { WordingAdvice } from '../inbox/wording/WordingAdvice.tsx';
import { t } from '../language/index.ts';

export interface Named {
  id: string;
  name: string;
}

/** What is written, with the advice on it. */
export function useWording(
  text: string,
  about: Named | null,
  { colleagues, to }: { colleagues: readonly Named[]; to: Referred | undefined },
): Advised {
  const { id = '', name = '' } = about ?? {};
  const compared = useQuery({ ...comparisonQuery(to ?? {}), enabled: to !== undefined }).data;
  const context = useMemo(
    () => ({
      today: dayNow(),
      about: { id, name },
      colleagues: [...colleagues],
      ...compared,
    }),
    [id, name, colleagues, compared],
  );
  return useAdvice(text, context);
}

export const isRefused = (advised: Advised, text: string): boolean =>
  advised.about === text && advised.advice.some(({ severity }) => severity === 'block');

interface Props {
  label: string;
  value: string;
  advised: Advised;
  /** For whom it is, where HR can be asked whether it has to be said. */
  to?: Referred | undefined;
  minRows?: number;
  error?: string | undefined;
  onChange: (text: string) => void;
}

export function FeedbackWords({ label, value, advised, to, minRows = 5, error, onChange }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const show = ({ from, to }: Advice) => {
    field.current?.focus();
    field.current?.setSelectionRange(from, to);
  };
  return (
    <div>
      <Words label={label} value={value} minRows={minRows} error={error} field={field} onChange={onChange} />
      <Text size="xs" c="var(--cw-muted)" mt={4} mb={6}>
        {t('What you saw, what it led to, what you ask for, and how you can help.')}
      </Text>
      <WordingAdvice advised={advised} onShow={show} about={to} />
    </div>
  );
}
