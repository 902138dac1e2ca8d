// When the person is away, who stands in for them, and who is away in their team.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDoorExit, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { peopleQuery } from '../app/api/organisation-queries.ts';
import { teamQuery } from '../app/api/people-queries.ts';
import type { Me } from '../app/api/wire.ts';
import { FormPlace } from '../app/parts/FormPlace.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMe } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { AbsenceForm, type Named } from './AbsenceForm.tsx';
import { AbsenceList } from './AbsenceList.tsx';
import { absencesQuery } from './absence-queries.ts';
import classes from './absences.module.css';
import { LeavingForm } from './LeavingForm.tsx';
import { StandIns } from './StandIns.tsx';

interface CardProps {
  id: string;
  title: string;
  about: string;
  children: ReactNode;
}
function Card({ id, title, about, children }: CardProps) {
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} size="h4" id={id}>
        {title}
      </Title>
      <Text size="sm" c="var(--cw-muted)" mb="sm" maw="72ch">
        {about}
      </Text>
      {children}
    </section>
  );
}

const nobody: readonly Named[] = [];

const looksAfterAll = ({ roles }: Me): boolean => roles.some((role) => role === 'hr' || role === 'admin');

interface LeavesProps {
  /** Null: of whoever is signed in. */
  team: readonly Named[] | null;
  people: readonly Named[];
}
/** Leaves of the person, or of the others whom they may see. */
function Leaves({ team, people }: LeavesProps) {
  const me = useMe();
  const query = useQuery(absencesQuery);
  const opener = team ? 'leave-of-others' : 'own-leave';
  const [opened, form] = useDisclosure(false);
  const [leaves, leaving] = useDisclosure(false);
  return (
    <>
      <Loaded query={query} lines={2}>
        {(all) => {
          const absences = all.filter(({ person }) => (person.id === me.id) === (team === null));
          if (absences.length > 0)
            return (
              <AbsenceList
                absences={absences}
                people={people}
                named={team !== null}
                forGood={looksAfterAll(me)}
              />
            );
          return (
            <Text size="sm" c="var(--cw-muted)">
              {team ? t('Nobody is away, and no leave is planned.') : t('No leave is planned.')}
            </Text>
          );
        }}
      </Loaded>
      {opened && (
        <FormPlace className={classes.form} opener={opener}>
          <AbsenceForm people={people} me={me.id} onDone={form.close} {...(team ? { team } : {})} />
        </FormPlace>
      )}
      {leaves && (
        <FormPlace className={classes.form} opener="leaving">
          <LeavingForm people={team ?? nobody} onDone={leaving.close} />
        </FormPlace>
      )}
      {!opened && !leaves && (
        <Group mt="md">
          <Button
            variant={team ? 'default' : 'filled'}
            leftSection={<IconPlus size={16} aria-hidden />}
            data-opens={opener}
            onClick={form.open}
          >
            {team ? t('Plan a leave for somebody') : t('Plan a leave')}
          </Button>
          {team && looksAfterAll(me) && (
            <Button
              variant="default"
              leftSection={<IconDoorExit size={16} aria-hidden />}
              data-opens="leaving"
              onClick={leaving.open}
            >
              {t('Somebody leaves for good')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

function useTeam(people: readonly Named[]): readonly Named[] {
  const me = useMe();
  const team = useQuery({ ...teamQuery, enabled: !looksAfterAll(me) }).data ?? nobody;
  return looksAfterAll(me) ? people.filter(({ id }) => id !== me.id) : team;
}

export function AbsenceTab() {
  const me = useMe();
  const people: readonly Named[] = useQuery(peopleQuery).data ?? [];
  const team = useTeam(people);
  const isPerson = me.email !== null;
  return (
    <Stack maw={720}>
      {isPerson && (
        <Card
          id="own-leave"
          title={t('When you are away')}
          about={t('Your open tasks go to who stands in, and come back with your last day.')}
        >
          <Leaves team={null} people={people} />
        </Card>
      )}
      {isPerson && (
        <Card
          id="stand-ins"
          title={t('Who stands in for you')}
          about={t(
            'Named for good. Nobody ever works a task that judges them; it goes to the next one then.',
          )}
        >
          <StandIns people={people} me={me.id} />
        </Card>
      )}
      {team.length > 0 && (
        <Card
          id="team-leave"
          title={t('Your team’s leave')}
          about={t('Who is away and who works for them. The reason stays with the person and HR.')}
        >
          <Leaves team={team} people={people} />
        </Card>
      )}
    </Stack>
  );
}
