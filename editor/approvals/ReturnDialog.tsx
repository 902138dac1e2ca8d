// Returning what was asked for, never without a reason.
import { Button, Group, Textarea } from '@mantine/core';
import { useLocalDraft } from '../inbox/use-local-draft.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';

interface Props {
  requestId: string;
  name: string;
  busy: boolean;
  /** `taken` once it is returned: until then the words are kept. */
  onReturn: (reason: string, taken: () => void) => void;
  onClose: () => void;
}

export function ReturnDialog({ requestId, name, busy, onReturn, onClose }: Props) {
  const { draft, change, forget } = useLocalDraft(`return.request.${requestId}`, () => ({ reason: '' }));
  const reason = draft.reason;
  return (
    <Dialog opened onClose={onClose} title={t('Return it to {name}', { name })}>
      <Textarea
        label={t('What should be different')}
        description={t('{name} is told. The draft stays as it is.', { name })}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('Back')}
        </Button>
        <Button
          disabled={reason.trim() === ''}
          loading={busy}
          onClick={() => onReturn(reason.trim(), forget)}
        >
          {t('Return it')}
        </Button>
      </Group>
    </Dialog>
  );
}
