// Every screen of the product: its address, who looks at it, and what shows that it is there.
import type { Page } from '@playwright/test';
import { comeAs, nowhere } from './come.ts';
import { expect } from './fixtures.ts';
import { type DemoPerson, read } from './people.ts';

export interface Screen {
  name: string;
  person: DemoPerson;
  /** The address; some name a thing that the person looks up first. */
  path: (page: Page, url: string) => Promise<string>;
  /** What is opened on the screen before it is looked at. */
  act?: (page: Page) => Promise<void>;
}

interface Items {
  items: { id: string; cycleId?: string; kind?: string; title?: string }[];
}

const at = (path: string) => async () => path;

const first =
  (list: string, toPath: (id: string) => string, like: Partial<Items['items'][number]> = {}) =>
  async (page: Page, url: string): Promise<string> => {
    const { items } = await read<Items>(page, url, list);
    const item = items.find((each) =>
      Object.entries(like).every(([key, value]) => Reflect.get(each, key) === value),
    );
    if (!item) throw new Error(`The demonstration has no such thing at ${list}.`);
    return toPath(item.id);
  };
const planPath = first('/plans', (id) => `/plans/${id}`, { cycleId: 'organisation-loop' });

export const screens: Screen[] = [
  { name: 'inbox', person: 'manager', path: at('/inbox') },
  {
    name: 'task',
    person: 'manager',
    path: first('/tasks?assignee=me&state=open', (id) => `/inbox?task=${id}`, {
      title: 'Appraise results and methods',
    }),
  },
  {
    name: 'tour',
    person: 'manager',
    path: at('/inbox'),
    act: (page) => page.getByRole('button', { name: 'Take the tour' }).click(),
  },
  { name: 'absence', person: 'manager', path: at('/settings?tab=absence') },
  { name: 'feedback', person: 'manager', path: at('/feedback?write=give') },
  { name: 'recognition', person: 'employee', path: at('/feedback?tab=recognition') },
  { name: 'inbox-empty', person: 'designer', path: at('/inbox') },
  { name: 'plans-board', person: 'admin', path: at('/plans') },
  { name: 'plans-timeline', person: 'admin', path: at('/plans?view=timeline') },
  { name: 'plans-list', person: 'admin', path: at('/plans?view=list') },
  {
    name: 'plan',
    person: 'admin',
    path: planPath,
  },
  {
    name: 'plan-on-canvas',
    person: 'admin',
    path: planPath,
    act: async (page) => {
      await page.getByRole('button', { name: 'Show on canvas' }).click();
      await expect(page.getByRole('region', { name: /^Canvas of/ })).toBeVisible();
    },
  },
  { name: 'organisation', person: 'admin', path: at('/organisation') },
  { name: 'organisation-table', person: 'admin', path: at('/organisation?look=table') },
  { name: 'organisation-chart', person: 'admin', path: at('/organisation?look=chart') },
  {
    name: 'component',
    person: 'admin',
    path: first('/components', (id) => `/organisation/${id}`, { kind: 'team' }),
  },
  { name: 'goals', person: 'admin', path: at('/goals') },
  { name: 'goals-cascade', person: 'admin', path: at('/goals?view=cascade') },
  { name: 'goals-matrix', person: 'admin', path: at('/goals?view=matrix') },
  { name: 'cycles', person: 'designer', path: at('/cycles') },
  { name: 'cycle', person: 'designer', path: at('/cycles/organisation-loop') },
  { name: 'scenarios', person: 'designer', path: at('/cycles/probation?rehearse=scenarios') },
  { name: 'cycle-small', person: 'designer', path: at('/cycles/quarterly-okr') },
  {
    name: 'cycle-many-chosen',
    person: 'designer',
    path: at('/cycles/quarterly-okr'),
    act: async (page) => {
      await expect(page.getByRole('region', { name: /^Canvas of/ })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('ControlOrMeta+f');
      await expect(page.getByRole('search')).toBeVisible();
    },
  },
  { name: 'templates', person: 'designer', path: at('/templates') },
  { name: 'version', person: 'admin', path: at('/cycles/organisation-loop?version=1') },
  { name: 'compare', person: 'designer', path: at('/cycles/quarterly-okr/compare?from=1&to=draft') },
  { name: 'migrate', person: 'designer', path: at('/cycles/quarterly-okr/migrate') },
  { name: 'launches', person: 'admin', path: at('/launches') },
  { name: 'launch', person: 'admin', path: first('/launches', (id) => `/launches/${id}`) },
  { name: 'new-launch', person: 'admin', path: at('/launches/new') },
  { name: 'reports', person: 'admin', path: at('/reports') },
  { name: 'reports-results', person: 'admin', path: at('/reports?tab=results') },
  { name: 'automations', person: 'admin', path: at('/automations') },
  { name: 'import', person: 'admin', path: at('/import') },
  { name: 'settings', person: 'admin', path: at('/settings') },
  { name: 'settings-budgets', person: 'admin', path: at('/settings?tab=budgets') },
  { name: 'settings-people', person: 'admin', path: at('/settings?tab=people') },
  { name: 'settings-calendars', person: 'admin', path: at('/settings?tab=calendars') },
  { name: 'settings-server', person: 'admin', path: at('/settings?tab=server') },
  { name: 'automations-help', person: 'admin', path: at('/automations?tab=help') },
  { name: 'welcome', person: 'manager', path: at('/welcome') },
  { name: 'sign-in', person: 'manager', path: at('/sign-in') },
  { name: 'nothing-there', person: 'manager', path: at(nowhere) },
];

/** Goes there as who looks at it, and waits until everything that loads has loaded. */
export async function visit(page: Page, url: string, screen: Screen): Promise<void> {
  const go = await comeAs(page, url, screen.person);
  await go(await screen.path(page, url));
  await shown(page, screen);
}

async function shown(page: Page, { act }: Screen): Promise<void> {
  await expect(page.getByRole('main').or(page.getByRole('heading')).first()).toBeVisible();
  await act?.(page);
  await settled(page);
}

/** Waits until nothing loads, nothing moves and the page has not changed for a moment. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      const quiet = 250;
      const moves = () => document.getAnimations().some(({ playState }) => playState === 'running');
      const look = () => {
        if (moves()) return wait();
        observer.disconnect();
        resolve();
      };
      let timer = setTimeout(look, quiet);
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(look, quiet);
      };
      const observer = new MutationObserver(wait);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  });
}

/** As somebody whose computer is set to light or dark. */
export async function inScheme(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await settled(page);
}

export const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 780 } };
export const schemes = ['light', 'dark'] as const;
