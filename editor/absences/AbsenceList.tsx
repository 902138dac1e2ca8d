// Leaves that are planned or under way, each with who stands in and the way to end it.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Absence } from '../app/api/wire.ts';
import { FormPlace } from '../app/parts/FormPlace.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { AbsenceForm, type Named } from './AbsenceForm.tsx';
import { useEndAbsence } from './absence-queries.ts';
import { daysWords, kindWords } from './absence-words.ts';
import classes from './absences.module.css';

interface LineProps {
  absence: Absence;
  named: boolean;
  mayChange: boolean;
  onChange: () => void;
}

function Line({ absence, named, mayChange, onChange }: LineProps) {
  const end = useEndAbsence();
  const { person, substitute, state, kind } = absence;
  const days = daysWords(absence);
  const underWay = state === 'under-way';
  return (
    <li className={classes.line}>
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {named ? person.name : days}
          </Text>
          {underWay && (
            <Badge size="xs" variant="light" color={absence.to === null ? 'gray' : 'teal'}>
              {absence.to === null ? t('has left') : t('away now')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="var(--cw-muted)">
          {[
            ...(named ? [days] : []),
            substitute ? t('{person} stands in', { person: substitute.name }) : t('nobody named for it'),
            ...(kind ? [kindWords[kind]] : []),
          ].join(' · ')}
        </Text>
      </div>
      {mayChange && (
        <Group gap="xs" wrap="nowrap">
          {(absence.to !== null || !underWay) && (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t('Change: {person}, {days}', { person: person.name, days })}
              data-opens={absence.id}
              onClick={onChange}
            >
              {t('Change')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={end.isPending}
            aria-label={
              underWay
                ? t('Back now: {person}, {days}', { person: person.name, days })
                : t('Withdraw: {person}, {days}', { person: person.name, days })
            }
            onClick={() => end.mutate(absence.id, { onError: toldFailure })}
          >
            {underWay ? t('Back now') : t('Withdraw')}
          </Button>
        </Group>
      )}
    </li>
  );
}

interface Props {
  absences: readonly Absence[];
  people: readonly Named[];
  named?: boolean;
  /** Whether the reader says that somebody leaves for good, and takes it back. */
  forGood: boolean;
}

export function AbsenceList({ absences, people, named = false, forGood }: Props) {
  const [changed, setChanged] = useState<string | null>(null);
  return (
    <Stack component="ul" gap={0} className={classes.lines}>
      {absences.map((absence) =>
        absence.id === changed ? (
          <li key={absence.id} className={classes.form}>
            <FormPlace opener={absence.id}>
              <AbsenceForm
                people={people}
                me={absence.person.id}
                absence={absence}
                onDone={() => setChanged(null)}
              />
            </FormPlace>
          </li>
        ) : (
          <Line
            key={absence.id}
            absence={absence}
            named={named}
            mayChange={absence.to !== null || forGood}
            onChange={() => setChanged(absence.id)}
          />
        ),
      )}
    </Stack>
  );
}
