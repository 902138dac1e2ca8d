// Where the person is: the place, and what the page itself adds. It names the browser's tab as well.
import { Breadcrumbs, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { t } from '../../language/index.ts';
import { AnchorLink } from '../parts/links.tsx';
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

const otherNames: Record<string, string> = {
  '/calibrations': t('Calibration'),
  '/people': t('People'),
  '/import': t('Import'),
  '/templates': t('Templates'),
};

export function Crumbs() {
  const { label } = useContext(CrumbContext);
  const { pathname } = useLocation();
  // A place that the person has no way into is no way back either.
  const place = usePlaces().find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const name = place?.name ?? otherNames[pathname] ?? '';
  const inside = place !== undefined && pathname !== place.to;
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
        <Text size="sm" fw={500} truncate title={label}>
          {label}
        </Text>
      )}
    </Breadcrumbs>
  );
}
