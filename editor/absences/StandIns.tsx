// Whom the person has named for good, and a line to name one more.
import { Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isPersonal, type TaskKind, taskKinds } from '../../engine/index.ts';
import type { StandIn } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import type { Named } from './AbsenceForm.tsx';
import { standInsQuery, useNameStandIn, useTakeStandInAway } from './absence-queries.ts';
import { taskKindWords } from './absence-words.ts';
import classes from './absences.module.css';

/** What nobody can do for another is not offered. */
const kinds = taskKinds.filter((kind) => !isPersonal(kind, 'manager'));
const kindChoices = kinds.map((kind) => ({ value: kind, label: taskKindWords(kind) }));
const toKind = (text: string | null): TaskKind | null => kinds.find((kind) => kind === text) ?? null;

function Line({ standIn }: { standIn: StandIn }) {
  const takeAway = useTakeStandInAway();
  const { substitute, always, kind } = standIn;
  return (
    <li className={classes.line}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500}>
          {substitute.name}
        </Text>
        <Text size="xs" c="var(--cw-muted)">
          {[
            always ? t('always') : t('while you are away'),
            kind ? t('only: {task}', { task: taskKindWords(kind) }) : t('all tasks'),
          ].join(' · ')}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        loading={takeAway.isPending}
        aria-label={t('{person} stands in no more', { person: substitute.name })}
        onClick={() => takeAway.mutate(standIn.id, { onError: toldFailure })}
      >
        {t('Take away')}
      </Button>
    </li>
  );
}

function NameOne({ people, me }: { people: readonly Named[]; me: string }) {
  const [substituteId, setSubstituteId] = useState<string | null>(null);
  const [when, setWhen] = useState('absent');
  const [kind, setKind] = useState<TaskKind | null>(null);
  const name = useNameStandIn(() => setSubstituteId(null));
  return (
    <Stack gap="sm" mt="md">
      {name.isError && <Failure error={name.error} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('Name somebody')}
          placeholder={t('Choose a person')}
          searchable
          clearable
          limit={50}
          data={people.filter(({ id }) => id !== me).map(({ id, name: label }) => ({ value: id, label }))}
          value={substituteId}
          onChange={setSubstituteId}
        />
        <Select
          label={t('For')}
          placeholder={t('All tasks')}
          clearable
          data={kindChoices}
          value={kind}
          onChange={(next) => setKind(toKind(next))}
        />
      </SimpleGrid>
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('When they stand in')}
          value={when}
          onChange={setWhen}
          data={[
            { value: 'absent', label: t('While I am away') },
            { value: 'always', label: t('Always') },
          ]}
        />
        <Button
          size="xs"
          variant="default"
          disabled={substituteId === null}
          loading={name.isPending}
          onClick={() =>
            substituteId !== null && name.mutate({ substituteId, kind, always: when === 'always' })
          }
        >
          {t('Name them')}
        </Button>
      </Group>
    </Stack>
  );
}

export function StandIns({ people, me }: { people: readonly Named[]; me: string }) {
  const query = useQuery(standInsQuery);
  return (
    <>
      <Loaded query={query} lines={2}>
        {(standIns) =>
          standIns.length === 0 ? (
            <Text size="sm" c="var(--cw-muted)">
              {t('Nobody yet. The next manager works for you while you are away.')}
            </Text>
          ) : (
            <Stack component="ul" gap={0} className={classes.lines}>
              {standIns.map((standIn) => (
                <Line key={standIn.id} standIn={standIn} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <NameOne people={people} me={me} />
    </>
  );
}
