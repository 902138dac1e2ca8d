// The rail: the places that the person may go to, with what waits in the inbox. It folds to icons.
import { ActionIcon, AppShell, Badge, VisuallyHidden } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Fragment, Suspense } from 'react';
import { numberText, t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import { latePart } from '../parts/late-part.tsx';
import { NavItem } from '../parts/links.tsx';
import { useNow } from '../parts/use-now.ts';
import { useOpenTasks } from '../parts/use-open-tasks.ts';
import { useMay } from '../parts/use-permissions.ts';
import { Brand } from './brand.tsx';
import type { Place } from './places.ts';
import classes from './shell.module.css';
import { usePlaces } from './use-places.ts';

const SavedFilters = latePart(
  async () => (await import('../../inbox/filters/SavedFilters.tsx')).SavedFilters,
);

export function useOpenTaskCount(): number {
  const may = useMay();
  const tasks = useOpenTasks({ enabled: may('tasks.work') });
  const now = useNow();
  return tasks.filter(({ snoozedUntil }) => snoozedUntil === null || snoozedUntil <= now).length;
}

function Item({ place, folded, count }: { place: Place; folded: boolean; count: number }) {
  const { icon: Icon, name, to } = place;
  const inWords = count > 0 ? t('{name}, {count} to do', { name, count }) : name;
  const icon = <Icon size={18} stroke={1.75} aria-hidden />;
  const item = (
    <NavItem
      to={to}
      className={classes.item}
      label={folded ? icon : name}
      aria-label={folded ? inWords : undefined}
      leftSection={folded ? undefined : icon}
      rightSection={
        !folded && count > 0 ? (
          <Badge size="sm" variant="light" color="indigo" circle={count < 10}>
            {numberText(count)}
            <VisuallyHidden> {t('to do')}</VisuallyHidden>
          </Badge>
        ) : undefined
      }
      styles={folded ? { body: { flex: 'none', display: 'flex' } } : undefined}
    />
  );
  return folded ? (
    <Hint label={count > 0 ? `${name} · ${numberText(count)}` : name} position="right">
      {item}
    </Hint>
  ) : (
    item
  );
}

interface Props {
  folded: boolean;
  onFold: () => void;
}

export function Rail({ folded, onFold }: Props) {
  const may = useMay();
  const places = usePlaces();
  const count = useOpenTaskCount();
  const words = folded ? t('Unfold the rail') : t('Fold the rail');
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <AppShell.Navbar className={`${classes.rail} ${folded ? classes.folded : ''}`} aria-label={t('Places')}>
      <Brand folded={folded} />
      <AppShell.Section grow px={10} pt={6}>
        {places.map((place) => (
          <Fragment key={place.to}>
            <Item place={place} folded={folded} count={place.to === '/inbox' ? count : 0} />
            {place.to === '/inbox' && !folded && may('tasks.work') && (
              <Suspense fallback={null}>
                <SavedFilters />
              </Suspense>
            )}
          </Fragment>
        ))}
      </AppShell.Section>
      <AppShell.Section p={10}>
        <Hint label={words} position="right">
          <ActionIcon onClick={onFold} aria-label={words} aria-expanded={!folded} size="lg">
            <Fold size={18} stroke={1.75} />
          </ActionIcon>
        </Hint>
      </AppShell.Section>
    </AppShell.Navbar>
  );
}
