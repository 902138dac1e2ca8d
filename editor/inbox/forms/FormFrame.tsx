// The frame of every form: its title, its fields, what was refused, when it was kept, and its one verb.
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { type FormEvent, Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '../../../engine/index.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { clockTime } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import classes from '../inbox.module.css';
import { readersOf } from '../readers.ts';
import { type Saved, savedWords } from '../saved-words.ts';
import type { Elsewhere } from '../use-draft.ts';
import { holdsHarm, WritingAbout, writingOf } from '../wording/writing.ts';
import type { FormProps, Submitting } from './form-props.ts';

interface Props extends FormProps, Pick<Submitting, 'forget' | 'pause' | 'resume' | 'done'> {
  title: string;
  children: ReactNode;
  verb: string;
  /** What happens next, said before it is done. */
  then?: string;
  saved: Saved;
  elsewhere: Elsewhere | null;
  /** The result; or a sentence that says what is missing. */
  toResult: () => JsonObject | string;
}

/** Neither version is lost: the one that is not taken stays on its device or on the server until this choice. */
function WrittenElsewhere({ elsewhere }: { elsewhere: Elsewhere }) {
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconDevices aria-hidden />}
      title={t('You wrote here on another device')}
    >
      <Text size="sm">
        {t('What was saved there at {time} differs from what you see here.', {
          time: clockTime(elsewhere.savedAt),
        })}
      </Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" onClick={elsewhere.take}>
          {t('Take what I wrote there')}
        </Button>
        <Button size="xs" variant="default" onClick={elsewhere.keepMine}>
          {t('Keep what is here')}
        </Button>
      </Group>
    </Alert>
  );
}

export function FormFrame(props: Props) {
  const { title, children, verb, then, saved, elsewhere, toResult } = props;
  const { forget, pause, resume, done } = props;
  const { material, onSubmit, error, busy } = props;
  /** It was to be sent and was not whole: from then on it is said what is missing, until nothing is. */
  const [isChecked, setChecked] = useState(false);
  const [harm, setHarm] = useState<string | null>(null);
  const keys = useRef(new Map<string, string>());
  /** A second click comes before it is drawn that the first is under way, and would send what the first holds. */
  const isUnderWay = useRef(false);
  const writing = useMemo(() => writingOf(material), [material]);
  const send = async (result: JsonObject) => {
    if (await holdsHarm(writing, result))
      setHarm(t('Say it another way first: what stands out above cannot be sent.'));
    else
      await onSubmit(result, {
        keys: keys.current,
        forget,
        pause,
        resume,
        done,
        kept: saved?.kind !== 'refused',
      });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || isUnderWay.current) return;
    const result = toResult();
    setHarm(null);
    setChecked(typeof result === 'string');
    if (typeof result === 'string') return;
    isUnderWay.current = true;
    void send(result).finally(() => {
      isUnderWay.current = false;
    });
  };
  const readers = readersOf(material.task);
  const now = isChecked ? toResult() : null;
  const missing = typeof now === 'string' ? now : harm;
  const refused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null || missing !== null) refused.current?.scrollIntoView({ block: 'nearest' });
  }, [error, missing]);
  return (
    <form id="task-form" className={classes.card} onSubmit={submit} noValidate aria-label={title}>
      <Title order={3} mb="sm">
        {title}
      </Title>
      <Stack gap="md">
        {elsewhere && <WrittenElsewhere elsewhere={elsewhere} />}
        <WritingAbout value={writing}>{children}</WritingAbout>
        {(missing || error !== null) && (
          <Stack ref={refused} gap="md" className={classes.refused}>
            {missing && (
              <Text role="alert" size="sm" c="var(--cw-danger)">
                {missing}
              </Text>
            )}
            {error !== null && <Failure error={error} />}
          </Stack>
        )}
      </Stack>
      <div className={classes.footer}>
        <Text size="xs" c="var(--cw-muted)" style={{ flex: '1 1 180px' }}>
          {[then, readers].map(
            (told) =>
              told && (
                <Fragment key={told}>
                  {told}
                  <br />
                </Fragment>
              ),
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
