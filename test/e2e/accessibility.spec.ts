import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, demoTest as test } from './fixtures.ts';
import { inScheme, schemes, screens, visit, widths } from './screens.ts';

/** A dark page is the same document, so that only its colours are looked at again. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe finds that keeps people out, each with the places where it is. */
async function barriers(page: Page, colorScheme: (typeof schemes)[number]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(rulesOfColour) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(' and ')}`);
}

/** How much wider the page is than the window. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Nothing is changed, so that the screens are looked at side by side.
test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const screen of screens) {
  test(`${screen.name} keeps nobody out, light and dark, wide and narrow`, async ({ page, demo }) => {
    await visit(page, demo.url, screen);
    const found: Record<string, unknown> = {};
    for (const [width, size] of Object.entries(widths)) {
      await page.setViewportSize(size);
      for (const colorScheme of schemes) {
        await inScheme(page, colorScheme);
        found[`${width}, ${colorScheme}`] = await barriers(page, colorScheme);
      }
      found[`${width}, overhang`] = await overhang(page);
    }
    const none = {
      'wide, light': [],
      'wide, dark': [],
      'wide, overhang': 0,
      'narrow, light': [],
      'narrow, dark': [],
      'narrow, overhang': 0,
    };
    expect(found).toEqual(none);
  });
}
