// Below 768 px: Inbox, Plans, Search and More instead of the rail.
import { Drawer, Group, Indicator, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { NavItem, PlainLink } from '../parts/links.tsx';
import { useOpenTaskCount } from './Rail.tsx';
import classes from './shell.module.css';
import { usePlaces } from './use-places.ts';

export function BottomBar({ onSearch }: { onSearch: () => void }) {
  const [opened, more] = useDisclosure(false);
  const all = usePlaces();
  const count = useOpenTaskCount();
  const first = all.filter(({ to }) => to === '/inbox' || to === '/plans');
  const rest = all.filter(({ to }) => to !== '/inbox' && to !== '/plans');
  return (
    <>
      <Group component="nav" aria-label={t('Places')} gap={0} wrap="nowrap">
        {first.map(({ to, name, icon: Icon }) => (
          <PlainLink key={to} to={to} className={classes.tab}>
            <Indicator
              label={count}
              disabled={to !== '/inbox' || count === 0}
              size={16}
              offset={2}
              color="indigo"
            >
              <Icon size={20} stroke={1.75} aria-hidden />
            </Indicator>
            {name}
          </PlainLink>
        ))}
        <UnstyledButton className={classes.tab} onClick={onSearch}>
          <IconSearch size={20} stroke={1.75} aria-hidden />
          {t('Search')}
        </UnstyledButton>
        <UnstyledButton className={classes.tab} onClick={more.open} aria-haspopup="dialog">
          <IconDots size={20} stroke={1.75} aria-hidden />
          {t('More')}
        </UnstyledButton>
      </Group>
      <Drawer
        opened={opened}
        onClose={more.close}
        position="bottom"
        size="auto"
        title={t('Go to')}
        radius="md"
      >
        {rest.map(({ to, name, icon: Icon }) => (
          <NavItem
            key={to}
            to={to}
            label={name}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            onClick={more.close}
          />
        ))}
      </Drawer>
    </>
  );
}
