// What every browser test is given: a server of its own, and a page whose console must stay clean.
import { test as base, expect } from '@playwright/test';
import { type RunningServer, startServer } from '../support/start-server.ts';

interface Fixtures {
  /** The flags of the test's server; override with test.use. */
  flags: string[];
  server: RunningServer;
  complaints: string[];
}

/** What a browser itself says of an answer that the page expects, such as 401 before signing in. */
const isExpected = (text: string): boolean => /Failed to load resource: .* status of 4\d\d/.test(text);

export const test = base.extend<Fixtures>({
  flags: [[], { option: true }],
  server: async ({ flags }, use) => {
    const server = await startServer(flags);
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };
