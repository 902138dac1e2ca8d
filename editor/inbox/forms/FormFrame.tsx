// The frame of every form: its title, its fields, what was refused, when it was kept, and its one verb.
import { Button, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { JsonObject } from '../../../engine/index.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { clockTime } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import type { FormProps } from './form-props.ts';

interface Props extends FormProps {
  title: string;
  children: ReactNode;
  verb: string;
  /** What was done, in words. */
  done: string;
  /** What happens next, said before it is done. */
  then?: string;
  saved: string | null;
  forget: () => void;
  /** The result; or a sentence that says what is missing. */
  toResult: () => JsonObject | string;
}

const savedWords = (saved: string | null): string => {
  if (saved === 'refused') return t('This browser keeps no drafts: finish before you leave.');
  return saved
    ? t('Draft kept on this computer · {saved}', { saved: clockTime(saved) })
    : t('What you type is kept on this computer.');
};

export function FormFrame(props: Props) {
  const { title, children, verb, done, then, saved, forget, toResult, onSubmit, error, busy } = props;
  const [missing, setMissing] = useState<string | null>(null);
  const keys = useRef(new Map<string, string>());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const result = toResult();
    setMissing(typeof result === 'string' ? result : null);
    if (typeof result !== 'string') void onSubmit(result, { keys: keys.current, forget, done });
  };
  return (
    <form id="task-form" className={classes.card} onSubmit={submit} noValidate aria-label={title}>
      <Title order={3} mb="sm">
        {title}
      </Title>
      <Stack gap="md">
        {children}
        {missing && (
          <Text role="alert" size="sm" c="var(--cw-danger)">
            {missing}
          </Text>
        )}
        {error !== null && <Failure error={error} />}
      </Stack>
      <div className={classes.footer}>
        <Text size="xs" c="var(--cw-muted)" style={{ flex: '1 1 180px' }}>
          {then && (
            <>
              {then}
              <br />
            </>
          )}
          <span aria-live="polite">{savedWords(saved)}</span>
        </Text>
        <Button type="submit" loading={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
