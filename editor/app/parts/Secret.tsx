// A secret that is shown once: what it is for, and a button that copies it.
import { Alert, Code, Group, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../../language/index.ts';
import { CopyAct } from './CopyAct.tsx';

interface Props {
  /** Null: it was shown before, to whoever asked first. */
  secret: string | null;
  children: string;
}

export function Secret({ secret, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // It takes the place of the form that was sent, and of the button that had the focus.
  useEffect(() => place.current?.focus(), []);
  if (secret === null)
    return (
      <Alert color="yellow" icon={<IconKey aria-hidden />} title={t('The secret was shown before')}>
        {t('It is shown only once. If nobody has kept it, remove this and add it anew.')}
      </Alert>
    );
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      color="yellow"
      icon={<IconKey aria-hidden />}
      title={t('Copy the secret now: it is not shown again')}
    >
      <Text size="sm" mb="xs">
        {children}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <CopyAct text={secret} label={t('Copy the secret')} />
      </Group>
    </Alert>
  );
}
