// The pages of an organisation of ten thousand, and what a person came for on each.
import type { Locator, Page } from '@playwright/test';
import type { DemoPerson } from '../e2e/people.ts';

export interface Look {
  name: string;
  path: string;
  /** What a person came for: once it is there the page is of use. */
  there: (page: Page) => Locator;
  /** Who looks; else the administrator. */
  as?: DemoPerson;
}

const cascadeLine = (page: Page) =>
  page.getByRole('list', { name: 'Goals by what they serve' }).getByRole('listitem').first();
const taskRow = (page: Page) => page.locator('a[href*="task="]').first();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const stageOnCanvas = (page: Page) => page.locator('.react-flow__node').first();
const tab = (page: Page) => page.getByRole('tabpanel').first();
const row = (page: Page) => page.getByRole('main').getByRole('row').nth(1);

interface Things {
  launchId: string;
  planId: string;
  requestId: string;
}

export const looks = ({ launchId, planId, requestId }: Things): Look[] => [
  { name: 'inbox, 200 tasks', path: '/inbox', as: 'manager', there: taskRow },
  {
    name: 'inbox, waiting for others',
    path: '/inbox?tab=waiting',
    as: 'manager',
    there: (page) => page.locator('a[href^="/plans/"]').first(),
  },
  {
    name: 'plans, board',
    path: '/plans?cycle=organisation-loop',
    there: (page) =>
      page
        .getByRole('region', { name: /^Board of/ })
        .getByRole('link')
        .first(),
  },
  { name: 'plans, list', path: '/plans?view=list', there: row },
  {
    name: 'plans, timeline',
    path: '/plans?view=timeline',
    there: (page) => page.getByRole('list', { name: 'Timeline of plans' }).getByRole('link').first(),
  },
  { name: 'plan', path: `/plans/${planId}`, there: (page) => page.getByRole('heading', { level: 1 }) },
  { name: 'organisation, tree', path: '/organisation', there: (page) => page.getByRole('treeitem').nth(3) },
  { name: 'organisation, table', path: '/organisation?look=table', there: row },
  {
    name: 'organisation, chart',
    path: '/organisation?look=chart',
    there: (page) => page.getByRole('treeitem').nth(3),
  },
  {
    name: 'organisation, searched',
    path: '/organisation?q=d7t3p42',
    there: (page) => page.getByRole('treeitem').nth(2),
  },
  {
    name: 'component',
    path: '/organisation/d3t4p5',
    there: (page) => page.getByRole('heading', { level: 1 }),
  },
  {
    name: 'goals',
    path: '/goals',
    there: (page) => page.getByRole('main').getByRole('region').first(),
  },
  { name: 'goals, cascade', path: '/goals?view=cascade', there: cascadeLine },
  { name: 'goals, matrix', path: '/goals?view=matrix', there: row },
  {
    name: 'reports, overview',
    path: '/reports',
    there: (page) => page.getByRole('region', { name: 'Where do plans wait?' }),
  },
  {
    name: 'reports, progress',
    path: '/reports?tab=progress',
    there: (page) => page.getByRole('region', { name: 'Who has how much to do?' }),
  },
  {
    name: 'reports, results',
    path: '/reports?tab=results',
    there: (page) => page.getByRole('region', { name: 'Who is told something?' }),
  },
  {
    name: 'reports, ratings',
    path: '/reports?tab=ratings',
    there: (page) => page.getByRole('region', { name: /groups of people/ }),
  },
  { name: 'cycles', path: '/cycles', there: (page) => page.locator('main a[href^="/cycles/"]').first() },
  { name: 'launches', path: '/launches', there: row },
  { name: 'launch', path: `/launches/${launchId}`, there: row },
  {
    name: 'launch, new',
    path: '/launches/new',
    there: (page) => page.getByRole('button', { name: /^Launch/ }).last(),
  },
  {
    name: 'calibration',
    path: `/launches/${launchId}/calibration`,
    there: (page) => page.getByRole('heading', { level: 1 }),
  },
  { name: 'settings, people', path: '/settings?tab=people', there: row },
  { name: 'settings, people searched', path: '/settings?tab=people&q=d7t3p42&sort=-email', there: row },
  {
    name: 'goals, searched',
    path: '/goals?q=d7t3p42',
    there: (page) => page.getByText('Answer requests of d7t3p42'),
  },
  { name: 'organisation, table by score', path: '/organisation?look=table&sort=-score', there: row },
  { name: 'plans, list by score', path: '/plans?view=list&sort=-score', there: row },
  ...['templates', 'feedback', 'automations', 'import'].map((place) => ({
    name: place,
    path: `/${place}`,
    there: heading,
  })),
  { name: 'canvas', path: '/cycles/organisation-loop', there: stageOnCanvas },
  {
    name: 'canvas, where plans are',
    path: '/cycles/organisation-loop?version=1',
    there: stageOnCanvas,
  },
  {
    name: 'plans, migrated to another version',
    path: '/cycles/organisation-loop/migrate?from=1&to=2',
    there: (page) => page.getByRole('button', { name: 'Say what goes where' }),
  },
  {
    name: 'a version that waits for approval',
    path: `/cycles/organisation-loop/approval?request=${requestId}`,
    there: (page) => page.getByRole('button', { name: /^Approve/ }).first(),
  },
  { name: 'versions compared', path: '/cycles/organisation-loop/compare?from=1&to=draft', there: heading },
  ...['me', 'absence', 'attributes', 'budgets', 'calendars', 'mails', 'audit', 'server'].map((place) => ({
    name: `settings, ${place}`,
    path: `/settings?tab=${place}`,
    there: tab,
  })),
  { name: 'plans, list by stage', path: '/plans?view=list&sort=stage', there: row },
];
