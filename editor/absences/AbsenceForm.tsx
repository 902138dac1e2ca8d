// Says when somebody is away and who works for them meanwhile.
import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { NewAbsence } from '../app/api/wire.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { nowInstant } from '../app/words/due.ts';
import { dayInZone, t, viewerZone } from '../language/index.ts';
import { usePlanAbsence } from './absence-queries.ts';
import { daysWords, kindWords } from './absence-words.ts';

export interface Named {
  id: string;
  name: string;
}
interface Props {
  people: readonly Named[];
  /** Whose leave it may be; empty: the person’s own. */
  team?: readonly Named[];
  me: string;
  onDone: () => void;
}
interface Values {
  personId: string | null;
  from: string;
  to: string;
  substituteId: string | null;
  kind: NewAbsence['kind'];
}

const choices = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, label: name }));
const isKind = (text: string | null): text is keyof typeof kindWords => text !== null && text in kindWords;
const kindChoices = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

export function AbsenceForm({ people, team, me, onDone }: Props) {
  const today = dayInZone(nowInstant(), viewerZone());
  const form = useForm<Values>({
    initialValues: { personId: null, from: today, to: '', substituteId: null, kind: null },
    validate: {
      personId: (id) => (team && id === null ? t('Choose a person') : null),
      from: (from) => (from === '' ? t('Choose the first day') : null),
      to: (to, { from }) =>
        to === '' ? t('Choose the last day') : to < from ? t('The last day is before the first.') : null,
    },
  });
  const plan = usePlanAbsence((absence) => {
    told(
      absence.state === 'under-way'
        ? t('The leave has begun; open tasks are with who stands in.')
        : t('The leave is planned: {days}.', { days: daysWords(absence) }),
    );
    onDone();
  });
  const whose = form.values.personId ?? me;
  const submit = form.onSubmit(({ personId, ...rest }) =>
    plan.mutate(
      { ...rest, ...(personId === null ? {} : { personId }) },
      {
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={t('New leave')}>
      <Stack gap="sm">
        {plan.isError && Object.keys(fieldErrors(plan.error)).length === 0 && <Failure error={plan.error} />}
        {team && (
          <Select
            label={t('Who is away')}
            placeholder={t('Choose a person')}
            searchable
            limit={50}
            data={choices(team)}
            {...form.getInputProps('personId')}
          />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DateField label={t('First day')} {...form.getInputProps('from')} />
          <DateField label={t('Last day')} {...form.getInputProps('to')} />
        </SimpleGrid>
        <Select
          label={t('Who stands in')}
          description={t('Nobody chosen: whoever is named for good, or the next manager.')}
          placeholder={t('Choose a person')}
          searchable
          clearable
          limit={50}
          data={choices(people.filter(({ id }) => id !== whose))}
          {...form.getInputProps('substituteId')}
        />
        <Select
          label={t('Reason')}
          description={t('Seen by the person and HR alone; it may be left out.')}
          clearable
          data={kindChoices}
          value={form.values.kind ?? null}
          onChange={(kind) => form.setFieldValue('kind', isKind(kind) ? kind : null)}
        />
        <Group justify="space-between" gap="sm">
          <Text size="xs" c="var(--cw-muted)" style={{ flex: '1 1 240px' }}>
            {t(
              'Self-appraisals, feedback and signatures wait: nobody can give them for another. A leave of more than ten working days is told to the plans.',
            )}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onDone}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={plan.isPending}>
              {t('Save leave')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
