// The four sign-ins of the demonstration, each with what this person can do.
import { Avatar, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Role } from '../../engine/index.ts';
import { post } from '../app/api/request.ts';
import type { DemoPerson } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { initials } from '../app/shell/PersonMenu.tsx';
import { roleNames } from '../app/words/role-names.ts';
import { t } from '../language/index.ts';
import classes from './setup.module.css';
import { useEnter } from './use-enter.ts';

const whatRolesDo: Record<Role, string> = {
  manager: t('Agrees plans, appraises the teams below, and sees where each plan waits.'),
  employee: t('Records results, appraises their own work and answers feedback.'),
  designer: t('Draws the cycles, checks them and publishes new versions.'),
  hr: t('Launches cycles, looks after components and people, and calibrates.'),
  admin: t('Sees and settles everything: launches, automations, incidents, people.'),
};
const strongest: Role[] = ['admin', 'hr', 'designer', 'manager', 'employee'];
const whatTheyDo = ({ roles }: DemoPerson): string =>
  whatRolesDo[strongest.find((role) => roles.includes(role)) ?? 'employee'];

export function DemoPeople({ people }: { people: DemoPerson[] }) {
  const { next } = useSearch({ strict: false });
  const enter = useEnter();
  const become = useMutation({
    mutationFn: async (personId: string) => {
      await post('/setup/sign-in-as', { personId });
      await enter(next);
    },
  });
  return (
    <Stack gap="sm" w="100%" maw={560}>
      <Text c="var(--cw-muted)" ta="center" mb="xs">
        {t('You can switch at any time from the bar at the top.')}
      </Text>
      {become.isError && <Failure error={become.error} />}
      {people.map((person) => (
        <UnstyledButton
          key={person.id}
          className={classes.person}
          onClick={() => become.mutate(person.id)}
          disabled={become.isPending}
        >
          <Avatar color="indigo" aria-hidden>
            {initials(person.name)}
          </Avatar>
          <div style={{ flex: 1, minWidth: 0 }}>
            <Text fw={600}>
              {person.name}{' '}
              <Text span c="var(--cw-muted)" fw={400}>
                · {roleNames(person.roles)}
              </Text>
            </Text>
            <Text size="sm" c="var(--cw-muted)">
              {whatTheyDo(person)}
            </Text>
          </div>
          <IconChevronRight size={18} color="var(--cw-muted)" aria-hidden />
        </UnstyledButton>
      ))}
    </Stack>
  );
}
