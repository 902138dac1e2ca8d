// Makes a new draft: blank, or as a copy of a cycle that is there.
import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { readDraft, writeDraft } from '../app/api/cycle-queries.ts';
import type { CycleSummary } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { blankCycle, freshSlug } from './blank-cycle.ts';

export function NewCycleDialog({ cycles, onClose }: { cycles: CycleSummary[]; onClose: () => void }) {
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const id = freshSlug(
    name,
    cycles.map((cycle) => cycle.id),
  );
  const create = useMutation({
    mutationFn: async () => {
      const start = from
        ? { ...(await readDraft(from)).body, id, name: name.trim() }
        : blankCycle(id, name.trim());
      await writeDraft(start, null);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['cycles', 'list'] });
      await navigate({ to: '/cycles/$cycleId', params: { cycleId: id } });
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('New cycle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') create.mutate();
        }}
      >
        <Stack>
          {create.isError && <Failure error={create.error} />}
          <TextInput
            label={t('Name')}
            placeholder={t('Annual review')}
            description={name.trim() ? t('Its id is {id}', { id }) : t('Its id is made from the name')}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('Begin from')}
            placeholder={t('A blank cycle: one stage and its end')}
            clearable
            data={cycles
              .filter(({ unreadable }) => !unreadable)
              .map((cycle) => ({ value: cycle.id, label: cycle.name }))}
            value={from}
            onChange={setFrom}
          />
          <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
            {t('Create cycle')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
