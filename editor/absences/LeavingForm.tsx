// HR says that somebody leaves for good, after a look at what follows.
import { Button, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { addDays } from '../../engine/index.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import type { Named } from './AbsenceForm.tsx';
import { usePlanAbsence } from './absence-queries.ts';
import { FormFoot } from './FormFoot.tsx';
import { WhatFollows } from './WhatFollows.tsx';

interface Props {
  people: readonly Named[];
  onDone: () => void;
}

export function LeavingForm({ people, onDone }: Props) {
  const form = useForm<{ personId: string | null; lastDay: string }>({
    initialValues: { personId: null, lastDay: '' },
    validate: {
      personId: (id) => (id === null ? t('Choose a person') : null),
      lastDay: (day) => (day === '' ? t('Choose the last day') : null),
    },
  });
  const { personId, lastDay } = form.values;
  const name = people.find(({ id }) => id === personId)?.name ?? '';
  const from = lastDay === '' ? '' : addDays(lastDay, 1);
  const say = usePlanAbsence(({ state }) => {
    told(
      state === 'under-way'
        ? t('{person} has left.', { person: name })
        : t('{person} leaves after {day}.', { person: name, day: shortDate(lastDay) }),
    );
    onDone();
  });
  const submit = form.onSubmit(() => say.mutate({ personId: personId ?? '', from, to: null }));
  return (
    <form
      onSubmit={(pressed) => pressed.preventDefault()}
      noValidate
      aria-label={t('Somebody leaves for good')}
    >
      <Stack gap="sm">
        <Text fw={600}>{t('Somebody leaves for good')}</Text>
        {say.error !== null && <Failure error={say.error} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select
            label={t('Who leaves')}
            placeholder={t('Choose a person')}
            searchable
            limit={50}
            data={people.map(({ id, name: label }) => ({ value: id, label }))}
            {...form.getInputProps('personId')}
          />
          <DateField label={t('Last day')} {...form.getInputProps('lastDay')} />
        </SimpleGrid>
        {personId !== null && from !== '' && <WhatFollows personId={personId} name={name} from={from} />}
        <FormFoot
          note={t(
            'What they wrote is kept, and nothing is rated by it. Until the last day it can be withdrawn.',
          )}
          onCancel={onDone}
        >
          {/* Not by Enter in a field: what follows is looked at first. */}
          <Button color="red" loading={say.isPending} onClick={() => submit()}>
            {t('Say that they leave')}
          </Button>
        </FormFoot>
      </Stack>
    </form>
  );
}
