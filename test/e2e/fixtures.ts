// What every browser test is given: a server of its own, and a page that must not complain.

import { rm } from 'node:fs/promises';
import {
  test as base,
  expect,
  type Page,
  type PlaywrightWorkerArgs,
  type Response,
  type TestInfo,
} from '@playwright/test';
import { type Host, startHost } from '../support/hosted-servers.ts';
import { makeFolder, type RunningServer } from '../support/start-server.ts';

const viewport = { width: 1440, height: 900 };

interface Fixtures {
  /** The flags of the test's server; override with test.use. */
  flags: string[];
  server: RunningServer;
  complaints: string[];
}

interface SharedFixtures {
  /** The process in which the servers of a worker run, so that no test waits for one to be loaded. */
  host: Host;
  /** A server with the sample organisation, shared by the tests of a worker: for looking, not for changing. */
  demo: RunningServer;
  /** Starts a server of one's own, with the sample organisation where the flags ask for it. */
  start(flags: string[]): Promise<RunningServer>;
  /** A page with the application in it, kept from one test to the next. */
  kept: { page(): Promise<Page> };
}

/** Being nobody is how a visit begins. */
const isExpected = (response: Response): boolean =>
  response.status() === 401 && new URL(response.url()).pathname === '/api/v1/me';

/** The browser's own words for an answer that is judged by its status already. */
const isAboutAnswer = (text: string): boolean => /Failed to load resource: .* status of \d+/.test(text);

/** Leaving a page ends what it was still asking for. */
const wasLeft = (failure: string | undefined): boolean => failure === 'net::ERR_ABORTED';

export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAboutAnswer(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    const failure = request.failure()?.errorText;
    if (!wasLeft(failure)) complaints.push(`${request.method()} ${request.url()}: ${failure}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isExpected(response))
      complaints.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  return complaints;
}

/** No walk waits for the time in which a task can be taken back; the one about it chooses its time. */
function sendAtOnce(): void {
  try {
    const kept = JSON.parse(localStorage.getItem('cw-habits') ?? '{}');
    localStorage.setItem('cw-habits', JSON.stringify({ undoSeconds: 0, ...kept }));
  } catch {
    // A page without storage, such as about:blank.
  }
}

async function openKept(browser: PlaywrightWorkerArgs['browser']): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', colorScheme: 'light' });
  const page = await context.newPage();
  await page.addInitScript(sendAtOnce);
  return page;
}

const isDemo = (flag: string): boolean => flag === '--demo';

/** A folder with the sample organisation, as its first server left it. */
async function fillFolder(host: Host): Promise<string> {
  const folder = await makeFolder();
  const server = await host.start(['--demo'], { folder });
  await server.stop();
  return folder;
}

/** What a server said is read beside the failure that it may explain. */
async function attachWords({ said }: RunningServer, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus || said() === '') return;
  await testInfo.attach('what the server said', { body: said(), contentType: 'text/plain' });
}

export const test = base.extend<Fixtures, SharedFixtures>({
  flags: [[], { option: true }],
  server: async ({ flags, start }, use, testInfo) => {
    const server = await start(flags);
    await use(server);
    await attachWords(server, testInfo);
    await server.stop();
  },
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern even where nothing is needed.
    async ({}, use) => {
      const host = startHost();
      await use(host);
      await host.end();
    },
    { scope: 'worker' },
  ],
  start: [
    async ({ host }, use) => {
      // The organisation is made once for all tests of a worker: making it takes longer than most of them.
      let filled: Promise<string> | undefined;
      await use(async (flags) => {
        if (!flags.some(isDemo)) return host.start(flags);
        filled ??= fillFolder(host);
        return host.start(
          flags.filter((flag) => !isDemo(flag)),
          { copyOf: await filled },
        );
      });
      if (filled) await rm(await filled, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ start }, use) => {
      const server = await start(['--demo']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  // A worker fixture of all tests: with another set of those, tests are run in workers of their own.
  kept: [
    async ({ browser }, use) => {
      let opened: Promise<Page> | undefined;
      await use({ page: () => (opened ??= openKept(browser)) });
      await (await opened)?.context().close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  page: async ({ page }, use) => {
    await page.addInitScript(sendAtOnce);
    await use(page);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints = listenForComplaints(page);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** The same tests on the shared server of the worker. */
export const demoTest = test.extend({ baseURL: async ({ demo }, use) => use(demo.url) });

/**
 * The same tests on one page, each at an address of its own and at the width and in the scheme that a page begins with:
 * to load the application anew takes longer than most of them. For tests that leave nothing behind but that address.
 */
export const keptTest = demoTest.extend({
  page: async ({ kept, actionTimeout }, use) => {
    const page = await kept.page();
    page.setDefaultTimeout(actionTimeout);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    await use(page);
    page.removeAllListeners();
    await page.context().clearPermissions();
  },
  context: async ({ page }, use) => use(page.context()),
});

export { expect };
