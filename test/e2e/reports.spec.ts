// Reports as somebody uses them who wants the same again next week: narrowed, read as a table, taken along, followed to the
// plans, and sent by mail; and what nobody is told of a small group.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { type RunningServer, startServer } from '../support/start-server.ts';
import { barriers, overhang } from './barriers.ts';
import { test as base, expect } from './fixtures.ts';
import { read, signInAs } from './people.ts';
import { printed } from './print.ts';
import { settled } from './screens.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });

/** Mail is sent only with an address that its links lead to, and it is kept in a folder. */
const test = base.extend<{ server: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern even where nothing is needed.
  server: async ({}, use) => {
    const port = await freePort();
    const env = {
      BASE_URL: `http://localhost:${port}`,
      CYCLEWRIGHT_MAIL_URL: 'file:///nonexistent/cyclewright',
    };
    const server = await startServer(['--demo', '--port', String(port)], { env });
    await use(server);
    await server.stop();
  },
});
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const card = (page: Page, question: string) => page.getByRole('region', { name: question });

async function keepsNobodyOut(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Figures that the page has shown for a while say so, and are read again by one press. */
async function growsOld(page: Page, report: Locator): Promise<void> {
  const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.clock.setFixedTime(Date.now() + 11 * 60_000);
  await look();
  await expect(report.getByText(/^These figures are of .* may be out of date\.$/)).toBeVisible();
  await report.getByRole('button', { name: 'Read again' }).press('Enter');
  await page.clock.setFixedTime(Date.now());
  await look();
  await expect(report.getByText(/^As of/)).toBeVisible();
}

/** A PNG as the browser reads it: how large it is, and how many colours are in it. */
async function pngIn(page: Page, file: Buffer): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const colours = new Set(new Uint32Array(pixels.buffer));
    return { width: image.width, height: image.height, colours: colours.size };
  }, file.toString('base64'));
}

test('a report is narrowed by its address, read as a table, taken along and sent by mail each Monday', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/reports');
  // Each part of a bar says its own number, and not what the parts before it add up to.
  const came = card(page, 'How did plans come out?').locator('.recharts-label-list text');
  await expect(came).toHaveText(['1', '1', '2', '1']);
  await page.goto('/reports?tab=progress');
  const report = card(page, 'Where is work overdue?');
  await expect(report.getByText('13 tasks are open', { exact: false })).toBeVisible();
  const part = page.getByRole('combobox', { name: 'Part of the organisation' });
  await part.fill('Buildings');
  await page
    .getByRole('option', { name: /Buildings/ })
    .first()
    .waitFor();
  await part.press('ArrowDown');
  await part.press('Enter');
  await expect(page).toHaveURL(/under=/);
  await expect(report.getByText('13 tasks are open', { exact: false })).toHaveCount(0);
  const narrowed = await report.getByText(/tasks? (?:is|are) open/).textContent();

  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(report.getByText(narrowed ?? '')).toBeVisible();
  await expect(report.getByText(/^As of/)).toBeVisible();
  await growsOld(page, report);

  await report.getByText('The figures behind it').focus();
  await page.keyboard.press('Enter');
  const table = report.getByRole('table', { name: /^Figures:/ });
  await expect(table).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('link', { name: 'Figures as CSV' }).click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toBe('name,detail,withheld,overdue,open,longestDays,asOf');
  expect(lines.length).toBe(await table.getByRole('row').count());
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('button', { name: 'Picture as SVG' }).press('Enter'),
  ]);
  const drawn = await readFile(await picture.path(), 'utf8');
  expect(drawn).toMatch(/^<svg[^>]*>.*<\/svg>$/s);
  const [pixels] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('button', { name: 'Picture as PNG' }).press('Enter'),
  ]);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawn) ?? [];
  const seen = await pngIn(page, await readFile(await pixels.path()));
  expect(seen).toMatchObject({ width: Number(width) * 2, height: Number(height) * 2 });
  // The ground, a bar, its words: a picture of nothing has one colour.
  expect(seen.colours).toBeGreaterThan(3);

  await report.getByRole('button', { name: 'Weekly by mail' }).press('Enter');
  await expect(report.getByRole('button', { name: 'Stop the weekly mail' })).toBeVisible();
  await keepsNobodyOut(page);
  await table.getByRole('link').first().press('Enter');
  await expect(page).toHaveURL(/\/plans\?/);
  // Nothing is late there today: what the row leads to says for which part it is.
  await expect(page.getByRole('group', { name: 'Narrowed to' })).toContainText('Department of Buildings');

  await page.goto('/settings?tab=me');
  await page.getByText('On Mondays', { exact: true }).click();
  await expect(page.getByText(/^The next one: Mon/)).toBeVisible();
  const mails = page.getByRole('region', { name: 'Reports by mail' });
  await expect(mails.getByRole('link', { name: 'Where is work overdue?' })).toHaveAttribute('href', /under=/);
  await keepsNobodyOut(page);
  await mails.getByRole('button', { name: /^Stop the mail with/ }).press('Enter');
  await expect(mails.getByText('None yet.', { exact: false })).toBeVisible();
});

/** What a press leaves in the folder of downloads. */
async function takenAlong(page: Page, button: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await file.path());
}

test('every chart of the reports has its figures beside it and is taken along as a file and as pictures', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  const taken: string[] = [];
  for (const tab of ['overview', 'progress', 'results', 'ratings']) {
    await page.goto(`/reports?tab=${tab}`);
    const reports = page.getByRole('region').filter({ has: page.getByText('The figures behind it') });
    await expect(reports.first()).toBeVisible();
    await settled(page);
    const drawn = reports.filter({ has: page.locator('[data-drawing]') });
    for (const report of await drawn.all()) {
      const question = (await report.getAttribute('aria-label')) ?? '';
      await report.scrollIntoViewIfNeeded();
      expect(question).toMatch(/\?$/);
      const lines = await takenAlong(page, report.getByRole('link', { name: 'Figures as CSV' }));
      expect([question, lines.toString('utf8').trim().split('\r\n').length > 1]).toEqual([question, true]);
      const drawing = await takenAlong(page, report.getByRole('button', { name: 'Picture as SVG' }));
      expect(drawing.toString('utf8')).toMatch(/^<svg[^>]*>.*<\/svg>$/s);
      const pixels = await takenAlong(page, report.getByRole('button', { name: 'Picture as PNG' }));
      expect((await pngIn(page, pixels)).colours).toBeGreaterThan(3);
      taken.push(question);
    }
  }
  expect(taken).toContain('How does the organisation stand?');
  expect(taken.length).toBeGreaterThan(6);
});

test('every part of the reports is printed without what only a screen needs, with charts of one width', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  const widths: number[] = [];
  for (const tab of ['overview', 'progress', 'results', 'ratings']) {
    await page.goto(`/reports?tab=${tab}`);
    await expect(
      page
        .getByRole('region')
        .filter({ has: page.getByText('The figures behind it') })
        .first(),
    ).toBeVisible();
    await settled(page);
    const print = await printed(page);
    expect([tab, print.clipped, print.numbered]).toEqual([tab, [], true]);
    expect(Math.min(print.a4, print.letter)).toBeGreaterThan(0);
    widths.push(...print.charts);
  }
  expect(widths.length).toBeGreaterThan(2);
  // 170 mm: inside the margins of A4 and of Letter.
  expect([...new Set(widths)]).toEqual([643]);
});

test('on paper the filters of a report are a line of words, and none where nothing is left out', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.emulateMedia({ media: 'print' });
  const filters = page.getByRole('group', { name: 'Narrow the reports' });
  await page.goto('/reports?from=2026-01-01');
  await expect(page.getByText('Begun from: 1 Jan 2026')).toBeVisible();
  await expect(filters).toBeHidden();
  await page.goto('/reports');
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
  await expect(page.getByText('Begun from')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(filters).toBeVisible();
});

test('what nobody has scrolled to or opened is drawn by itself, and where the page is printed', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/reports');
  const toCome = page.locator('[data-drawing="to-come"]');
  await expect(page.locator('[data-drawing="there"]')).not.toHaveCount(0);
  await expect(toCome).toHaveCount(0);
  // A browser that is never idle draws no more than is seen.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.setViewportSize({ width: 1280, height: 300 });
  await page.goto('/reports?tab=results');
  await expect(card(page, 'Who is told something?')).toBeVisible();
  await expect(toCome).not.toHaveCount(0);
  const rows = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('details table')].map(
      (table) => table.querySelectorAll('td').length,
    );
  });
  expect(rows.length).toBeGreaterThan(1);
  expect(Math.min(...rows)).toBeGreaterThan(0);
  await expect(toCome).toHaveCount(0);
  const bars = () =>
    page
      .locator('[data-drawing]')
      .evaluateAll((charts) =>
        Math.min(...charts.map((chart) => chart.querySelectorAll('.recharts-bar-rectangle').length)),
      );
  await expect.poll(bars).toBeGreaterThan(0);
});

test('a group of four is told of nowhere, neither on the screen nor in the file, and HR keeps attributes', async ({
  page,
  server,
}) => {
  const board = `${server.url}/api/v1/reports/boards/outcomes`;
  await signInAs(page, server.url, 'admin');
  // Who may read the plans is told of every one; nobody of a kind with fewer than five else.
  const all = await read<{ rows: { name: string | null; id: string; withheld: boolean }[] }>(
    page,
    server.url,
    '/reports/boards/outcomes',
  );
  expect(all.rows.map(({ withheld }) => withheld)).not.toContain(true);
  await page.goto('/settings?tab=attributes');
  await page.getByRole('button', { name: 'Add an attribute' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Contract');
  await page.getByRole('textbox', { name: 'Values' }).fill('full, part');
  await page.getByRole('button', { name: 'Save the attribute' }).press('Enter');
  await expect(page.getByText('Values: full, part')).toBeVisible();
  await keepsNobodyOut(page);

  await signInAs(page, server.url, 'designer');
  await page.goto('/reports');
  const report = card(page, 'How did plans come out?');
  await report.getByText('The figures behind it').click();
  const withheld = report.getByText('Withheld, so that nobody in a group of fewer than 5 is told of');
  await expect(withheld).toHaveCount(all.rows.length);
  const [, ...lines] = (await (await page.request.get(`${board}/csv`)).text()).trim().split('\r\n');
  expect(lines.length).toBe(all.rows.length);
  for (const line of lines) expect(line).toMatch(/^[^,]*,[^,]*,withheld,,,,,/);
  await keepsNobodyOut(page);
});
