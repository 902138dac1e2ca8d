// What every browser test is given: a server of its own, and a page that must not complain.
import { test as base, expect, type Page, type Response } from '@playwright/test';
import { type RunningServer, startServer } from '../support/start-server.ts';

interface Fixtures {
  /** The flags of the test's server; override with test.use. */
  flags: string[];
  server: RunningServer;
  complaints: string[];
}

interface SharedFixtures {
  /** A server with the sample organisation, shared by the tests of a worker: for looking, not for changing. */
  demo: RunningServer;
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

export const test = base.extend<Fixtures, SharedFixtures>({
  flags: [[], { option: true }],
  server: async ({ flags }, use) => {
    const server = await startServer(flags);
    await use(server);
    await server.stop();
  },
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern even where nothing is needed.
    async ({}, use) => {
      const server = await startServer(['--demo']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
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

export { expect };
