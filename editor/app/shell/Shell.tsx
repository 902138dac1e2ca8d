// The frame around every screen: rail, top bar, palette, and the bottom bar on a narrow screen.
import { AppShell, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { t, tAs } from '../../language/index.ts';
import { listenToFeed } from '../api/live-feed.ts';
import { setupQuery } from '../api/session-queries.ts';
import { useSignedOut } from '../api/signed-out.ts';
import { BeforeSignOut } from '../parts/before-sign-out.tsx';
import { latePart } from '../parts/late-part.tsx';
import { useHotkeys } from '../parts/use-hotkeys.ts';
import { drawn } from '../parts/when-drawn.ts';
import { CrumbProvider, Crumbs } from './crumbs.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { Notices } from './Notices.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { PaletteActsProvider } from './palette-acts.tsx';
import { Rail } from './Rail.tsx';
import classes from './shell.module.css';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { useLightPrint } from './use-light-print.ts';
import { useMailLanguage } from './use-mail-language.ts';
import { usePlaces } from './use-places.ts';

const BottomBar = latePart(async () => (await import('./BottomBar.tsx')).BottomBar);
const SignInAgain = latePart(async () => (await import('./SignInAgain.tsx')).SignInAgain, { told: 'over' });
const Tour = latePart(async () => (await import('./Tour.tsx')).Tour, { told: 'over' });
const HelpDrawer = latePart(async () => (await import('../../help/HelpDrawer.tsx')).HelpDrawer, {
  told: 'over',
});
const Visits = latePart(
  async () => {
    await drawn();
    return (await import('../recent/Visits.tsx')).Visits;
  },
  { told: 'nowhere' },
);
const Palette = latePart(async () => (await import('./Palette.tsx')).Palette, { told: 'over' });

/** The palette is fetched when it is first asked for, and opens itself; later asks open it again. */
function usePalette() {
  const [asked, setAsked] = useState(false);
  const open = () => {
    if (asked) void import('@mantine/spotlight').then(({ spotlight }) => spotlight.open());
    else setAsked(true);
  };
  return { asked, open };
}

/** Fetched when it is first asked for, and there from then on: the focus goes back when it closes. */
function useHelp() {
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  const toggle = () => {
    setAsked(true);
    setOpened(!opened);
  };
  return { asked, opened, toggle, close: () => setOpened(false) };
}

function useGlobalKeys({
  openPalette,
  toggleHelp,
}: {
  openPalette: () => void;
  toggleHelp: () => void;
}): void {
  const navigate = useNavigate();
  useHotkeys(usePlaces().map(({ key, to }) => [`g ${key}`, () => void navigate({ to })]));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isPalette && event.key !== 'F1') return;
      event.preventDefault();
      if (isPalette) openPalette();
      else toggleHelp();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

interface TopBarProps {
  onSearch: () => void;
  onTour: () => void;
  onHelp: () => void;
}

function TopBar({ onSearch, onTour, onHelp }: TopBarProps) {
  return (
    <Group h={52} px="lg" justify="space-between" wrap="nowrap" gap="sm">
      <Crumbs />
      <Group gap={8} wrap="nowrap">
        <UnstyledButton className={classes.search} onClick={onSearch} visibleFrom="sm">
          <IconSearch size={15} aria-hidden />
          <Text span size="sm" pr={24}>
            {t('Go to')}
          </Text>
          <Kbd size="xs">{tAs('on a keyboard', 'Ctrl K')}</Kbd>
        </UnstyledButton>
        <Notices />
        <ThemeSwitch />
        <PersonMenu onTour={onTour} onHelp={onHelp} />
      </Group>
    </Group>
  );
}

function useWidth(): string | undefined {
  const width = useMatches({ select: (matches) => matches.at(-1)?.staticData.width ?? 'reading' });
  return { reading: classes.content, wide: classes.wide, bare: classes.bare }[width];
}

export function Shell() {
  const [folded, setFolded] = useLocalStorage({
    key: 'cw-rail-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const demo = useQuery(setupQuery).data?.demo === true;
  const palette = usePalette();
  const help = useHelp();
  const [tour, setTour] = useState(false);
  const client = useQueryClient();
  const width = useWidth();
  useGlobalKeys({ openPalette: palette.open, toggleHelp: help.toggle });
  useLightPrint();
  useMailLanguage();
  const isSignedOut = useSignedOut();
  useEffect(() => (isSignedOut ? undefined : listenToFeed(client)), [client, isSignedOut]);
  return (
    <PaletteActsProvider>
      <BeforeSignOut>
        <CrumbProvider>
          <a href="#content" className={classes.skip}>
            {t('To the content')}
          </a>
          <AppShell
            layout="alt"
            header={{ height: demo ? 86 : 52 }}
            navbar={{ width: folded ? 56 : 216, breakpoint: 'sm', collapsed: { mobile: true } }}
            footer={{ height: 56, collapsed: !narrow }}
            transitionDuration={0}
          >
            <AppShell.Header className={classes.header}>
              <DemoBanner onTour={() => setTour(true)} />
              <TopBar onSearch={palette.open} onTour={() => setTour(true)} onHelp={help.toggle} />
            </AppShell.Header>
            {!narrow && <Rail folded={folded} onFold={() => setFolded(!folded)} />}
            <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
              <div className={width}>
                <Outlet />
              </div>
            </AppShell.Main>
            {narrow && (
              <AppShell.Footer className={classes.bottom} hiddenFrom="sm">
                <Suspense fallback={null}>
                  <BottomBar onSearch={palette.open} />
                </Suspense>
              </AppShell.Footer>
            )}
          </AppShell>
          <Suspense fallback={null}>
            <Visits />
          </Suspense>
          {isSignedOut && (
            <Suspense fallback={null}>
              <SignInAgain />
            </Suspense>
          )}
          {tour && (
            <Suspense fallback={null}>
              <Tour onEnd={() => setTour(false)} />
            </Suspense>
          )}
          {help.asked && (
            <Suspense fallback={null}>
              <HelpDrawer opened={help.opened} onClose={help.close} />
            </Suspense>
          )}
          {palette.asked && (
            <Suspense fallback={null}>
              <Palette />
            </Suspense>
          )}
        </CrumbProvider>
      </BeforeSignOut>
    </PaletteActsProvider>
  );
}
