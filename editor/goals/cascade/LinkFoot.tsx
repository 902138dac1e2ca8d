// Below what changes a link: why, where that is asked, what went wrong, and the act itself.
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../../app/parts/Failure.tsx';
import { t } from '../../language/index.ts';
import { isReasonAsked, ReasonField } from '../ReasonField.tsx';
import type { useLinking } from './use-linking.ts';

interface Props {
  linking: ReturnType<typeof useLinking>;
  /** What the act is called. */
  act: string;
  onAct: (reason: string) => void;
  onClose: () => void;
  disabled?: boolean;
  /** The act is what the dialog begins at. */
  isFirst?: boolean;
}

const first = { autoFocus: true, 'data-autofocus': true };

export function LinkFoot({ linking, act, onAct, onClose, disabled = false, isFirst = false }: Props) {
  const [reason, setReason] = useState('');
  const isAsked = isReasonAsked(linking.error);
  return (
    <>
      <ReasonField
        isAsked={isAsked}
        rest={{ value: reason, onChange: (event) => setReason(event.currentTarget.value) }}
      />
      {linking.isError && !isAsked && <Failure error={linking.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button
          {...(isFirst && first)}
          disabled={disabled}
          loading={linking.isPending}
          onClick={() => onAct(reason)}
        >
          {act}
        </Button>
      </Group>
    </>
  );
}
