// Where the person is: the place, and what the page itself adds. It names the browser's tab as well.
import { Breadcrumbs, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { t } from '../../language/index.ts';
import { AnchorLink } from '../parts/links.tsx';
import { places } from './places.ts';
import { usePlaces } from './use-places.ts';

interface Crumb {
  label: string;
  set: (label: string) => void;
}
const CrumbContext = createContext<Crumb>({ label: '', set: () => {} });

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [label, set] = useState('');
  return <CrumbContext value={{ label, set }}>{children}</CrumbContext>;
}

/** A page says what it shows, such as the component's name. */
export function useCrumb(label: string): void {
  const { set } = useContext(CrumbContext);
  useEffect(() => {
    set(label);
    return () => set('');
  }, [label, set]);
}

/** Reached from other pages, and so not among the places. */
const others = [
  { to: '/import', name: t('Import') },
  { to: '/templates', name: t('Templates') },
  { to: '/calibrations', name: t('Calibration') },
] as const;

export function Crumbs() {
  const { label } = useContext(CrumbContext);
  const { pathname } = useLocation();
  const place = [...places, ...others].find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const name = place?.name ?? '';
  // A place that the person has no way into is named, and is no way back.
  const open = [...usePlaces(), ...others];
  const inside = place !== undefined && pathname !== place.to && open.some(({ to }) => to === place.to);
  useEffect(() => {
    document.title = [label, name, 'Cyclewright'].filter(Boolean).join(' · ');
  }, [label, name]);
  return (
    <Breadcrumbs
      separator="/"
      separatorMargin={6}
      aria-label={t('You are here')}
      component="nav"
      style={{ minWidth: 0, flexWrap: 'nowrap' }}
    >
      {inside ? (
        <AnchorLink to={place.to} size="sm" c="var(--cw-muted)">
          {name}
        </AnchorLink>
      ) : name === '' ? null : (
        <Text size="sm" fw={500}>
          {name}
        </Text>
      )}
      {label === '' ? null : (
        <Text size="sm" fw={500} lh="sm" truncate title={label}>
          {label}
        </Text>
      )}
    </Breadcrumbs>
  );
}
