// How long a designer waits: `node test/bench/editor.ts` (after a build). Tidying 300 stages, from a fault to its line in
// the list of problems, and counting 10,000 plans by stage. Prints; nothing fails.
import { chromium, type Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { details, stage } from '../e2e/canvas.ts';
import { signInAs } from '../e2e/people.ts';
import { installedBrowser } from '../support/find-browser.ts';
import { startServer } from '../support/start-server.ts';
import { largeCycle } from './check.ts';
import { measureCounts } from './cyclewright.ts';
import { tidied } from './drawn-cycles.ts';

const STAGES = 300;
const PLANS = 10_000;

const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });
const say = (what: string, took: number, most: number, more = ''): void =>
  console.log(`| ${what} | ${took.toFixed(0)} ms | ${most} ms |${more}`);

async function open(page: Page, url: string, cycle: Cycle): Promise<void> {
  const answer = await page.request.put(`${url}/api/v1/cycles/${cycle.id}`, {
    headers: { origin: url },
    data: cycle,
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto(`${url}/cycles/${cycle.id}`);
  await stage(page, 'plan-0').waitFor();
  await problems(page)
    .getByText(/warning|note|error|No problems/)
    .waitFor();
}

/** Milliseconds, by the page's own clock, from a key until `seen` is true of the page. */
async function until(page: Page, seen: () => boolean, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    addEventListener('keydown', ({ timeStamp }) => Reflect.set(window, 'pressed', timeStamp), {
      capture: true,
    });
  });
  await act();
  await page.waitForFunction(seen, undefined, { polling: 'raf' });
  return page.evaluate((): number => performance.now() - Reflect.get(window, 'pressed'));
}

async function tidying(page: Page): Promise<void> {
  await page.evaluate(() => {
    const longest = { span: 0 };
    Reflect.set(window, 'longest', longest);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.span = Math.max(longest.span, duration);
    }).observe({ type: 'longtask' });
  });
  const took = await until(
    page,
    () => [...document.querySelectorAll('output')].some((each) => each.textContent === 'The layout is tidy.'),
    () => page.keyboard.press('Shift+L'),
  );
  const held = await page.evaluate((): number => Reflect.get(Reflect.get(window, 'longest'), 'span'));
  const holds = held === 0 ? 'never for 50 ms' : `${held.toFixed(0)} ms at most`;
  say(`${STAGES} stages are tidied`, took, 2_000, ` the page is held ${holds}`);
}

/** Somebody is asked who cannot be read. */
async function telling(page: Page): Promise<void> {
  await stage(page, 'plan-0').click();
  await details(page).getByLabel('Name', { exact: true }).waitFor();
  const assignee = details(page).getByLabel('Who does it').first();
  await assignee.focus();
  await page.keyboard.press('ControlOrMeta+a');
  const took = await until(
    page,
    () => /[1-9]\d* error/.test(document.querySelector('section[aria-label="Problems"]')?.textContent ?? ''),
    () => page.keyboard.type('('),
  );
  say(`a fault among ${STAGES} stages is listed`, took, 300);
}

const executablePath = installedBrowser();
if (!executablePath) throw new Error('There is no Chromium on this machine.');
const server = await startServer(['--demo']);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await signInAs(page, server.url, 'designer');
console.log('| What is waited for | Took | Reach |\n|---|--:|--:|');
await open(page, server.url, await tidied({ ...largeCycle(STAGES), id: 'large' }));
await telling(page);
await open(page, server.url, { ...largeCycle(STAGES), id: 'large-too' });
await tidying(page);
await browser.close();
await server.stop();
const { plans, took } = await measureCounts(PLANS);
say(`${plans} plans are counted by stage`, took, 1_000);
