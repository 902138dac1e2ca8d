// How smooth the canvas is with a large cycle: `node test/bench/canvas.ts` (after a build). A real browser drags a
// stage, pans and types, and the page itself counts the frames: milliseconds from one to the next.
import { chromium, type Page } from '@playwright/test';
import { listTransitions } from '../../editor/document/transitions.ts';
import type { Cycle } from '../../engine/index.ts';
import { details, stage } from '../e2e/canvas.ts';
import { signInAs } from '../e2e/people.ts';
import { installedBrowser } from '../support/find-browser.ts';
import { startServer } from '../support/start-server.ts';
import { largeCycle, stagesIn } from './check.ts';
import { rowsCycle, tidied } from './drawn-cycles.ts';

interface Frames {
  median: number;
  p95: number;
  longest: number;
}

const at = (sorted: number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

const summarise = (spans: number[]): Frames => {
  const sorted = spans.toSorted((a, b) => a - b);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), longest: at(sorted, 1) };
};

/** What comes of a gesture once it has ended is still part of it, such as the new paths of a stage that was dropped. */
const framesAfterwards = 20;

/** The spans between the frames that the page draws while `act` goes on. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const spans: number[] = [];
    let last = performance.now();
    const note = (now: number): void => {
      spans.push(now - last);
      last = now;
      if (Reflect.get(window, 'counted') === spans) requestAnimationFrame(note);
    };
    Reflect.set(window, 'counted', spans);
    requestAnimationFrame(note);
  });
  await act();
  const spans = await page.evaluate(async (more) => {
    const counted: number[] = Reflect.get(window, 'counted');
    const enough = counted.length + more;
    while (counted.length < enough) await new Promise(requestAnimationFrame);
    Reflect.deleteProperty(window, 'counted');
    return counted;
  }, framesAfterwards);
  // The first span began before anything moved.
  return summarise(spans.slice(1));
}

/** Moves the pressed pointer to and fro, a little with each step. */
async function drag(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step++)
    await page.mouse.move(from.x + 90 * Math.sin(step / 12), from.y + 60 * Math.sin(step / 9));
  await page.mouse.up();
}

async function draft(page: Page, url: string, cycle: Cycle): Promise<void> {
  const answer = await page.request.put(`${url}/api/v1/cycles/${cycle.id}`, {
    headers: { origin: url },
    data: cycle,
  });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** Milliseconds from the press of a key until its letter is drawn, the middle of some; and the frames meanwhile. */
async function typing(page: Page): Promise<{ median: number; frames: Frames }> {
  const field = details(page).getByLabel('Name', { exact: true });
  await field.focus();
  await page.evaluate(() => {
    const noted: number[] = [];
    Reflect.set(window, 'typed', noted);
    addEventListener('keydown', (pressed) => {
      requestAnimationFrame(() => setTimeout(() => noted.push(performance.now() - pressed.timeStamp)));
    });
  });
  const frames = await framesOf(page, () => page.keyboard.type(' is planned', { delay: 60 }));
  const spans = await page.evaluate((): number[] => Reflect.get(window, 'typed'));
  return { median: summarise(spans).median, frames };
}

const ms = (value: number): string => value.toFixed(1);
const row = (name: string, frames: Frames): string =>
  `| ${name} | ${ms(frames.median)} | ${ms(frames.p95)} | ${ms(frames.longest)} |`;

interface Measured {
  cycle: Cycle;
  /** The stage that is dragged and renamed. */
  name: string;
}

async function open(page: Page, url: string, { cycle, name }: Measured): Promise<number> {
  await draft(page, url, cycle);
  const began = performance.now();
  await page.goto(`${url}/cycles/${cycle.id}`);
  await stage(page, name).waitFor();
  const opened = performance.now() - began;
  // Routed and checked once: what follows is what a hand does afterwards.
  await page
    .getByRole('region', { name: 'Problems' })
    .getByText(/warning|note|error|No problems/)
    .waitFor();
  await page.locator('path[marker-end]').first().waitFor({ state: 'attached' });
  return opened;
}

async function measure(page: Page, url: string, measured: Measured): Promise<void> {
  const { cycle, name } = measured;
  const opened = await open(page, url, measured);
  const first = stage(page, name);
  await first.click();
  await details(page).getByRole('heading', { name }).waitFor();
  const box = await first.boundingBox();
  if (!box) throw new Error('The first stage is not on the screen.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const below = { x: middle.x, y: box.y + box.height + 60 };
  const dragged = await framesOf(page, () => drag(page, middle));
  const panned = await framesOf(page, () => drag(page, below));
  const typed = await typing(page);
  await page.getByRole('button', { name: 'Show the whole cycle (1)' }).click();
  const whole = await framesOf(page, () => drag(page, below));
  console.log(
    `\n${stagesIn(cycle.stages)} stages, ${listTransitions(cycle).length} transitions: opened in ${opened.toFixed(0)} ms, a key is drawn after ${ms(typed.median)} ms`,
  );
  console.log('\n| frames, ms apart | median | 95 % | longest |\n|---|--:|--:|--:|');
  console.log(row('a stage is dragged and dropped', dragged));
  console.log(row('the canvas is panned', panned));
  console.log(row('a name is typed', typed.frames));
  console.log(row('the whole cycle is panned', whole));
}

async function all(): Promise<Measured[]> {
  const large = [300, 1000].map((count) => ({ ...largeCycle(count), id: `large-${count}` }));
  const placed = await Promise.all(large.map(tidied));
  return [
    { cycle: rowsCycle(200, 300), name: 'stage-0' },
    ...placed.map((cycle) => ({ cycle, name: 'plan-0' })),
    // Nobody has given it places yet: they are made when it is opened.
    { cycle: { ...largeCycle(300), id: 'large-without-places' }, name: 'plan-0' },
  ];
}

const executablePath = installedBrowser();
if (!executablePath) throw new Error('There is no Chromium on this machine.');
const server = await startServer(['--demo']);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await signInAs(page, server.url, 'designer');
for (const each of await all()) await measure(page, server.url, each);
await browser.close();
await server.stop();
