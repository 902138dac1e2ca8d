// How long people wait with 10,000 components: `node test/bench/people.ts` (after a build). An embedded store with 10,000
// employees, their plans, tasks, goals and measures; then every page in a real browser, from the address to the instant
// at which its content is there and the page answers. Prints; nothing fails. `--folder DIR` keeps the data and uses it again.
import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from '@playwright/test';
import { signInAs } from '../e2e/people.ts';
import { installedBrowser } from '../support/find-browser.ts';
import { startServer } from '../support/start-server.ts';

const DEPARTMENTS = 10;
const TEAMS = 20;
const PEOPLE = 50;
const AT_ONCE = 32;
const LOADS = 3;
const REACH = 1_000;
const token = 'bench-token-of-this-run-only';

type Call = <Body = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<Body>;

/** A connection that the server closed just as it was used again is tried anew: what was taken is then a conflict. */
async function send(request: () => Promise<Response>, tries = 3): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    if (tries === 0) throw error;
    const again = await send(request, tries - 1);
    return again.status === 409 ? new Response('{}') : again;
  }
}

const callerOf =
  (url: string): Call =>
  async (method, path, body) => {
    const answer = await send(() =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

interface Employee {
  id: string;
  line: string;
}

/** Departments, teams in them, employees in those: everybody answers for themselves and has a manager. */
function organisation(): { lines: string[]; employees: Employee[] } {
  const lines: string[] = [];
  const employees: Employee[] = [];
  const line = (id: string, parent: string, kind: string, manager: string) =>
    [id, `${kind} ${id}`, kind, parent, `${id}@example.org`, `Person ${id}`, manager].join(',');
  for (let department = 0; department < DEPARTMENTS; department++) {
    const d = `d${department}`;
    lines.push(line(d, '', 'department', ''));
    for (let team = 0; team < TEAMS; team++) {
      const t = `${d}t${team}`;
      lines.push(line(t, d, 'team', `${d}@example.org`));
      for (let person = 0; person < PEOPLE; person++) {
        const id = `${t}p${person}`;
        employees.push({ id, line: line(id, t, 'employee', `${t}@example.org`) });
      }
    }
  }
  return { lines: [...lines, ...employees.map((one) => one.line)], employees };
}

async function inParallel<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item);
    }),
  );
}

async function untilDone(call: Call, path: string): Promise<void> {
  for (;;) {
    const { status } = await call<{ status: string }>('GET', path);
    if (status !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function fill(call: Call): Promise<void> {
  const { lines, employees } = organisation();
  const columns = ['id', 'name', 'kind', 'parent', 'ownerEmail', 'ownerName', 'managerEmail'];
  await call('POST', '/imports', {
    kind: 'organisation',
    format: 'csv',
    content: [columns.join(','), ...lines].join('\n'),
    mapping: Object.fromEntries(columns.map((column) => [column, column])),
  });
  await inParallel(employees, async ({ id }) => {
    const goal = {
      id: `g-${id}`,
      componentId: id,
      title: `Answer requests of ${id}`,
      dimension: 'timeliness',
    };
    await call('POST', '/goals', goal);
    const standards = { kind: 'points', meets: 90, exceeds: 99 };
    await call('POST', '/measures', {
      ...{ id: `m-${id}`, goalId: `g-${id}`, title: 'Answered in time', unit: '%', direction: 'increase' },
      standards,
    });
  });
  const started = await call<{ id: string }>('POST', '/launches', {
    cycleId: 'organisation-loop',
    componentIds: employees.map(({ id }) => id),
    period: { start: '2026-01-01', end: '2026-12-31' },
  });
  await untilDone(call, `/launches/${started.id}`);
}

interface Look {
  name: string;
  path: string;
  /** What a person came for: once it is there the page is of use. */
  there: (page: Page) => Locator;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, level: 1 });
const row = (page: Page) => page.getByRole('main').getByRole('row').nth(1);

const looks = (launchId: string, planId: string): Look[] => [
  {
    name: 'inbox',
    path: '/inbox',
    there: (page) =>
      page.getByRole('main').getByRole('option').or(page.getByRole('main').getByRole('link')).first(),
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
    path: '/organisation?q=d7t13p42',
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
    there: (page) =>
      page
        .getByRole('main')
        .getByText(/Answer requests/)
        .first(),
  },
  { name: 'goals, cascade', path: '/goals?view=cascade', there: heading('Goals') },
  { name: 'goals, matrix', path: '/goals?view=matrix', there: heading('Goals') },
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
  { name: 'launches', path: '/launches', there: row },
  { name: 'launch', path: `/launches/${launchId}`, there: row },
  {
    name: 'calibration',
    path: `/launches/${launchId}/calibration`,
    there: (page) => page.getByRole('heading', { level: 1 }),
  },
  { name: 'settings, people', path: '/settings?tab=people', there: row },
];

/** By the page's own clock, which begins with the navigation; then the next frame is drawn and the page is idle. */
async function open(page: Page, url: string, { path, there }: Look): Promise<number> {
  await page.goto(url + path, { waitUntil: 'commit' });
  await there(page).waitFor({ timeout: 30_000 });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      }),
  );
}

const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function tell(page: Page, url: string, look: Look): Promise<void> {
  try {
    const took: number[] = [];
    // The first load fills the browser's and the server's memory, as every morning's first visitor does for the others.
    for (let load = 0; load <= LOADS; load++) took.push(await open(page, url, look));
    const time = middle(took.slice(1));
    const first = took[0] ?? 0;
    console.log(`| ${look.name} | ${time.toFixed(0)} | ${first.toFixed(0)} | ${(time / REACH).toFixed(2)} |`);
  } catch (error) {
    console.log(`| ${look.name} | – | – | ${String(error).split('\n')[0]} |`);
  }
}

/** From the press of the key until the children are there. */
async function tellExpand(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/organisation`);
  const department = page.locator('[data-component="d5"]');
  await department.waitFor();
  await department.focus();
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
        );
        const look = () =>
          document.querySelector('[data-component="d5t0"]')
            ? resolve(performance.now() - began)
            : requestAnimationFrame(look);
        requestAnimationFrame(look);
      }),
  );
  console.log(`\nA department of ${TEAMS} teams is expanded in ${took.toFixed(0)} ms (reach: 200 ms).`);
}

const executablePath = installedBrowser();
if (!executablePath) throw new Error('There is no Chromium on this machine.');
const at = process.argv.indexOf('--folder');
const folder = at < 0 ? undefined : process.argv[at + 1];
const known = folder !== undefined && existsSync(folder);
const server = await startServer(['--demo'], {
  ...(folder === undefined ? {} : { folder }),
  env: { CYCLEWRIGHT_ADMIN_TOKEN: token },
});
const call = callerOf(server.url);
if (!known) {
  const began = performance.now();
  await fill(call);
  console.log(`Filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
}
const launches = await call<{ items: { id: string; total: number }[] }>('GET', '/launches?limit=200');
const launchId = launches.items.toSorted((a, b) => b.total - a.total)[0]?.id ?? '';
const plans = await call<{ items: { id: string }[] }>('GET', `/plans?launchId=${launchId}&limit=1`);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await signInAs(page, server.url, 'admin');
console.log('\n| page, 10,000 employees | ms to interactive | ms, first visit | of 1 s |\n|---|--:|--:|--:|');
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
for (const look of looks(launchId, plans.items[0]?.id ?? ''))
  if (!only || look.name.startsWith(only)) await tell(page, server.url, look);
await tellExpand(page, server.url);
await browser.close();
await server.stop();
