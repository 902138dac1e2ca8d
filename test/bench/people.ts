// How long people wait with 10,000 components: `npm run bench:people` (after a build). An embedded store with 10,000
// employees, their plans, tasks, goals and measures; then every page in a real browser, from the address to the instant
// at which its content is there and the page answers. Ends with 1 when the median of a page is over its reach, and says
// which. `--folder DIR` keeps the data and uses it again, `--employees 5000` makes a smaller organisation, `--only=goals`
// measures the pages that begin so.
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type DemoPerson, signInAs } from '../e2e/people.ts';
import { installedBrowser } from '../support/find-browser.ts';
import { startServer } from '../support/start-server.ts';
import { type Figure, judge } from './over-reach.ts';
import { dialogs, openDialog } from './people-dialogs.ts';
import { type Look, looks } from './people-pages.ts';
import { rateAll } from './people-ratings.ts';
import { callerOf, drawOn, fill } from './people-store.ts';

const LOADS = 3;
/** What a page does once it answers, such as the check of a cycle, is no part of the next visit: nobody goes at once. */
const REST = 1_500;
const token = 'bench-token-of-this-run-only';

/** By the page's own clock, which begins with the navigation; then the next frame is drawn and the page is idle. */
async function open(page: Page, url: string, { path, there }: Look): Promise<number> {
  await page.waitForTimeout(REST);
  await page.goto(url + path, { waitUntil: 'commit' });
  await there(page).waitFor({ timeout: 30_000 });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      }),
  );
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const figures: Figure[] = [];

function tell({ name, took, first, reach }: { name: string; took: number; first: number; reach: number }) {
  figures.push({ name, took, reach, unit: 'ms' });
  console.log(
    `| ${name} | ${took.toFixed(0)} | ${first.toFixed(0)} | ${reach} | ${(took / reach).toFixed(2)} |`,
  );
}

/** The first load fills the browser's and the server's memory, as every morning's first visitor does for the others. */
async function measure(name: string, reach: number, once: () => Promise<number>): Promise<void> {
  try {
    const took: number[] = [];
    for (let load = 0; load <= LOADS; load++) took.push(await once());
    tell({ name, took: middle(took.slice(1)), first: took[0] ?? 0, reach });
  } catch (error) {
    figures.push({ name, took: null, reach, unit: 'ms' });
    console.log(`| ${name} | – | – | ${reach} | ${String(error).split('\n')[0]} |`);
  }
}

/** In the page: from the act until what it asks for is there, looked for with every frame. */
interface Awaited {
  at: string;
  key?: string;
  text?: string;
  until: string;
  says?: string;
}
const timeIn = (page: Page, awaited: Awaited): Promise<number> =>
  page.evaluate(({ at, key, text, until, says }) => {
    const field = document.querySelector<HTMLInputElement>(at);
    if (!field) throw new Error(`${at} is not there`);
    const began = performance.now();
    if (key) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    if (text !== undefined) {
      // As a browser sets what is typed: React hears the event and reads the value.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const isThere = () =>
      [...document.querySelectorAll(until)].some((one) => !says || one.textContent?.includes(says));
    return new Promise<number>((resolve, reject) => {
      const look = () => {
        const took = performance.now() - began;
        if (isThere()) resolve(took);
        else if (took > 10_000) reject(new Error(`${until} did not come`));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, awaited);

/** From the press of the key until the children of a team are there; each time the team above, which stays in sight. */
async function measureExpand(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/organisation`);
  await page.locator('[data-component="d0t1"]').waitFor();
  let team = 14;
  await measure('a team of 50 is expanded', 200, async () => {
    team -= 1;
    const id = `d0t${team}`;
    await page.locator(`[data-component="${id}"]`).focus();
    return timeIn(page, {
      at: `[data-component="${id}"]`,
      key: 'ArrowRight',
      until: `[data-component="${id}p0"]`,
    });
  });
}

/** From the last letter until the line is there that leads to what was meant; each time another name. */
async function measurePalette(page: Page, url: string, entities: number): Promise<void> {
  await page.goto(`${url}/settings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  let person = 0;
  await measure(`palette, ${entities.toLocaleString('en')} entities`, 100, async () => {
    person += 1;
    const text = `d7t3p${person}`;
    return timeIn(page, {
      ...{ at: '[role="dialog"] input', text },
      ...{ until: '[role="dialog"] button', says: `employee ${text}` },
    });
  });
}

const executablePath = installedBrowser();
if (!executablePath) throw new Error('There is no Chromium on this machine.');
const given = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const employees = Number(given('--employees') ?? 10_000);
const folder = given('--folder');
const known = folder !== undefined && existsSync(folder);
const server = await startServer(['--demo'], {
  ...(folder === undefined ? {} : { folder }),
  env: { CYCLEWRIGHT_ADMIN_TOKEN: token },
});
const call = callerOf(server.url, token);
try {
  const asked = performance.now();
  await call('GET', '/cycles');
  const answered = performance.now() - asked;
  if (!known) {
    const began = performance.now();
    await rateAll(call, server.url, await fill(call, employees));
    console.log(`Filled in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  }
  const { requestId } = await drawOn(server.url, token);
  const launches = await call<{ items: { id: string; total: number }[] }>('GET', '/launches?limit=200');
  const launchId = launches.items.toSorted((a, b) => b.total - a.total)[0]?.id ?? '';
  const plans = await call<{ items: { id: string }[] }>('GET', `/plans?launchId=${launchId}&limit=1`);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7) ?? '';
  console.log(
    `\n| ${employees.toLocaleString('en')} employees | ms, median | ms, first | reach | of it |\n|---|--:|--:|--:|--:|`,
  );
  const takes = { took: answered, first: answered };
  if ('first'.startsWith(only))
    tell({ name: 'first answer of /cycles after a start', ...takes, reach: 1_000 });
  let who: DemoPerson | null = null;
  for (const look of looks({ launchId, planId: plans.items[0]?.id ?? '', requestId })) {
    if (!look.name.startsWith(only)) continue;
    if (who !== (look.as ?? 'admin')) {
      who = look.as ?? 'admin';
      await signInAs(page, server.url, who);
    }
    await measure(look.name, 1_000, () => open(page, server.url, look));
  }
  if (who !== 'admin') await signInAs(page, server.url, 'admin');
  for (const dialog of dialogs)
    if (dialog.name.startsWith(only))
      await measure(dialog.name, 1_000, () => openDialog(page, server.url, dialog));
  if ('expand'.startsWith(only)) await measureExpand(page, server.url);
  if ('palette'.startsWith(only)) await measurePalette(page, server.url, 3 * employees);
  await browser.close();
  judge(figures);
} finally {
  await server.stop();
}
