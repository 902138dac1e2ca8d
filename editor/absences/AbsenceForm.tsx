// Says when somebody is away and who works for them meanwhile; or says it otherwise.
import { Button, Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Absence, NewAbsence } from '../app/api/wire.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { homeDayQuery, useChangeAbsence, usePlanAbsence } from './absence-queries.ts';
import { daysWords, kindWords } from './absence-words.ts';
import { FormFoot } from './FormFoot.tsx';

export interface Named {
  id: string;
  name: string;
}
interface Props {
  people: readonly Named[];
  /** Whose leave it may be; empty: the person’s own. */
  team?: readonly Named[];
  me: string;
  /** The one that is changed; without it a new one is said. */
  absence?: Absence;
  onDone: () => void;
}
interface Values {
  personId: string | null;
  from: string;
  to: string;
  substituteId: string | null;
  kind: Exclude<NewAbsence['kind'], undefined>;
}

const choices = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, label: name }));
const isKind = (text: string | null): text is keyof typeof kindWords => text !== null && text in kindWords;
const kindChoices = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

const nobody: Values = { personId: null, from: '', to: '', substituteId: null, kind: null };

const startingWith = (absence: Absence | undefined): Values =>
  absence
    ? {
        ...{ personId: absence.person.id, from: absence.from, to: absence.to ?? '' },
        ...{ substituteId: absence.substitute?.id ?? null, kind: absence.kind },
      }
    : nobody;

const isForGood = (absence: Absence | undefined): boolean => absence?.to === null;

const saidWords = (absence: Absence): string =>
  absence.state === 'under-way'
    ? t('The leave has begun; open tasks are with who stands in.')
    : t('The leave is planned: {days}.', { days: daysWords(absence) });

function useAbsence({ team, me, absence, onDone }: Props) {
  const form = useForm<Values>({
    initialValues: startingWith(absence),
    validate: {
      personId: (id) => (team && id === null ? t('Choose a person') : null),
      from: (from) => (from === '' ? t('Choose the first day') : null),
      to: (to, { from }) =>
        isForGood(absence)
          ? null
          : to === ''
            ? t('Choose the last day')
            : to < from
              ? t('The last day is before the first.')
              : null,
    },
  });
  const done = (said: Absence) => {
    told(saidWords(said));
    onDone();
  };
  const plan = usePlanAbsence(done);
  const change = useChangeAbsence(done);
  const whose = form.values.personId ?? me;
  const [isChosen, setChosen] = useState(absence !== undefined);
  const today = useQuery(homeDayQuery(whose)).data?.today;
  const { setFieldValue } = form;
  // Until another day is chosen it begins with the person's own today.
  useEffect(() => {
    if (today && !isChosen) setFieldValue('from', today);
  }, [today, isChosen, setFieldValue]);
  const failed = { onError: (error: unknown) => form.setErrors(fieldErrors(error)) };
  const submit = form.onSubmit(({ personId, ...rest }) => {
    const { to, ...others } = rest;
    if (absence) change.mutate({ id: absence.id, ...others, ...(isForGood(absence) ? {} : { to }) }, failed);
    else plan.mutate({ ...rest, ...(personId === null ? {} : { personId }) }, failed);
  });
  const { error, isPending } = absence ? change : plan;
  return { form, whose, submit, error, isPending, setChosen };
}

export function AbsenceForm(props: Props) {
  const { people, team, absence, onDone } = props;
  const { form, whose, submit, error, isPending, setChosen } = useAbsence(props);
  const first = form.getInputProps('from');
  return (
    <form onSubmit={submit} noValidate aria-label={absence ? t('Change a leave') : t('New leave')}>
      <Stack gap="sm">
        {error !== null && Object.keys(fieldErrors(error)).length === 0 && <Failure error={error} />}
        {team && !absence && (
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
          {absence?.state !== 'under-way' && (
            <DateField
              label={t('First day')}
              {...first}
              onChange={(day) => {
                setChosen(true);
                first.onChange(day);
              }}
            />
          )}
          {!isForGood(absence) && <DateField label={t('Last day')} {...form.getInputProps('to')} />}
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
        <FormFoot
          note={t(
            'Self-appraisals, feedback and signatures wait: nobody can give them for another. A leave of more than ten working days is told to the plans.',
          )}
          onCancel={onDone}
        >
          <Button type="submit" loading={isPending}>
            {t('Save leave')}
          </Button>
        </FormFoot>
      </Stack>
    </form>
  );
}
