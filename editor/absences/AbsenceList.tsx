// Leaves that are planned or under way, each with who stands in and the way to end it.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { Absence } from '../app/api/wire.ts';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { useEndAbsence } from './absence-queries.ts';
import { daysWords, kindWords } from './absence-words.ts';
import classes from './absences.module.css';

function Line({ absence, named }: { absence: Absence; named: boolean }) {
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
            <Badge size="xs" variant="light" color="teal">
              {t('away now')}
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
    </li>
  );
}

export function AbsenceList({ absences, named = false }: { absences: readonly Absence[]; named?: boolean }) {
  return (
    <Stack component="ul" gap={0} className={classes.lines}>
      {absences.map((absence) => (
        <Line key={absence.id} absence={absence} named={named} />
      ))}
    </Stack>
  );
}
