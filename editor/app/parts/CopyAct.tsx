// Copies a text, and says so to whoever sees the sign and to whoever hears the page.
import { ActionIcon, CopyButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';

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
          <Hint label={copied ? t('Copied') : t('Copy')}>
            <ActionIcon variant={variant} aria-label={label} onClick={copy} {...(style && { style })}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Hint>
          <VisuallyHidden role="status">{copied ? t('Copied') : ''}</VisuallyHidden>
        </>
      )}
    </CopyButton>
  );
}
