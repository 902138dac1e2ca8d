// Copies a text, and says so to whoever sees the sign and to whoever hears the page.
import { ActionIcon, CopyButton, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { t } from '../../language/index.ts';

interface Props {
  text: string;
  label: string;
  variant?: 'default' | 'subtle';
  style?: CSSProperties;
}

export function CopyAct({ text, label, variant = 'subtle', style }: Props) {
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <>
          <Tooltip label={copied ? t('Copied') : t('Copy')}>
            <ActionIcon variant={variant} aria-label={label} onClick={copy} {...(style && { style })}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
          <VisuallyHidden role="status">{copied ? t('Copied') : ''}</VisuallyHidden>
        </>
      )}
    </CopyButton>
  );
}
