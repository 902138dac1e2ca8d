// A tab that dies: nothing on its page hears of it.
import type { Page } from '@playwright/test';

export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const debug = await page.context().newCDPSession(page);
  void debug.send('Page.crash').catch(() => undefined);
  await crashed;
}
