// The mail as it would be sent, in both of its parts. The part with markup stands in a frame that runs nothing.
import { Group, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import type { MailPreview as Preview } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import classes from './mails.module.css';

type About = 'sample' | 'me';
interface Props {
  preview: Preview | undefined;
  about: About;
  onAbout: (about: About) => void;
}

function Parts({ mail, part }: { mail: NonNullable<Preview['mail']>; part: string }) {
  if (part === 'text')
    return (
      <pre className={classes.text} data-part="text">
        {mail.text}
      </pre>
    );
  return <iframe className={classes.frame} sandbox="" srcDoc={mail.html} title={t('The mail as it looks')} />;
}

export function MailPreview({ preview, about, onAbout }: Props) {
  const [part, setPart] = useState('html');
  return (
    <section aria-label={t('Preview')} className={classes.preview}>
      <Group justify="space-between" gap="xs" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('About which work')}
          value={about}
          onChange={(value) => onAbout(value === 'me' ? 'me' : 'sample')}
          data={[
            { value: 'sample', label: t('Sample') },
            { value: 'me', label: t('My own') },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('Which part')}
          value={part}
          onChange={setPart}
          data={[
            { value: 'html', label: t('As it looks') },
            { value: 'text', label: t('Plain text') },
          ]}
        />
      </Group>
      {preview === undefined && <Skeleton height={440} radius="md" />}
      {preview?.mail && (
        <>
          <Text size="sm" fw={600} mb="xs" style={{ overflowWrap: 'anywhere' }} data-part="subject">
            {preview.mail.subject}
          </Text>
          <Parts mail={preview.mail} part={part} />
        </>
      )}
      {preview?.mail === null && (
        <Text size="sm" c="var(--cw-muted)" role="status">
          {t('Nothing of yours is to be told now, so no such mail would go. The sample shows how it reads.')}
        </Text>
      )}
    </section>
  );
}
