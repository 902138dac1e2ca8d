// Says that the data is a demonstration, and lets one see it as each of the four people.
import { Anchor, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../language/index.ts';
import { post } from '../api/request.ts';
import { meQuery, setupQuery } from '../api/session-queries.ts';
import { toldFailure } from '../parts/told.ts';
import { useMe } from '../parts/use-permissions.ts';
import { roleNames } from '../words/role-names.ts';
import classes from './shell.module.css';

export function DemoBanner({ onTour }: { onTour: () => void }) {
  const setup = useQuery(setupQuery).data;
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  if (!setup?.demo) return null;
  const become = async (personId: string) => {
    try {
      await post('/setup/sign-in-as', { personId });
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      await client.invalidateQueries();
      await navigate({ to: '/inbox' });
    } catch (error) {
      toldFailure(error);
    }
  };
  return (
    <div className={classes.demo}>
      <Text size="sm" truncate>
        <Text span inherit hiddenFrom="sm">
          {t('Demo data')}
        </Text>
        <Text span inherit visibleFrom="sm">
          {t('Demo data on this computer')}
        </Text>
      </Text>
      <Menu width={260}>
        <Menu.Target>
          <Anchor component="button" type="button" size="sm" style={{ whiteSpace: 'nowrap' }}>
            {t('You are {name}: switch person', { name: me.name })} <IconChevronDown size={12} aria-hidden />
          </Anchor>
        </Menu.Target>
        <Menu.Dropdown>
          {setup.demoPeople.map((person) => (
            <Menu.Item key={person.id} disabled={person.id === me.id} onClick={() => void become(person.id)}>
              <Text size="sm" fw={500}>
                {person.name}
              </Text>
              <Text size="xs" c="dimmed">
                {roleNames(person.roles)}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Anchor component="button" type="button" size="sm" visibleFrom="sm" onClick={onTour}>
        {t('Take the tour')}
      </Anchor>
    </div>
  );
}
