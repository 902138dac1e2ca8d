// Every screen of the product keeps nobody out: as axe finds it, and without scrolling sideways.
import type { Page } from '@playwright/test';
import { barriers, overhang } from './barriers.ts';
import { demoTest, expect } from './fixtures.ts';
import type { DemoPerson } from './people.ts';
import { goOn, inScheme, type Screen, screens, visit, widths } from './screens.ts';

/** A dark page is the same document, so that only its colours are looked at again. */
const looks = { light: {}, dark: { rules: ['color-contrast', 'link-in-text-block'] } };

/** Each differs from the one before by the width or by the scheme alone. */
const order = [
  ['wide', 'light'],
  ['wide', 'dark'],
  ['narrow', 'dark'],
  ['narrow', 'light'],
] as const;

interface Visitor {
  page: Page;
  person?: DemoPerson;
}

/** One page for all screens of a worker: to load the application and axe anew takes longer than to look at a screen. */
const test = demoTest.extend<object, { visitor: Visitor }>({
  visitor: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
      await use({ page: await context.newPage() });
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ visitor }, use) => use(visitor.page),
});

async function show(visitor: Visitor, url: string, screen: Screen): Promise<void> {
  await visitor.page.setViewportSize(widths.wide);
  if (visitor.person === screen.person) return goOn(visitor.page, url, screen);
  await visit(visitor.page, url, screen);
  visitor.person = screen.person;
}

// Nothing is changed, so that the screens are looked at side by side, those of a person after one another.
test.describe.configure({ mode: 'parallel' });

for (const screen of screens.toSorted((one, other) => one.person.localeCompare(other.person))) {
  test(`${screen.name} keeps nobody out, light and dark, wide and narrow`, async ({
    page,
    demo,
    visitor,
  }) => {
    await show(visitor, demo.url, screen);
    const found: Record<string, unknown> = {};
    for (const [width, colorScheme] of order) {
      await page.setViewportSize(widths[width]);
      await inScheme(page, colorScheme);
      found[`${width}, ${colorScheme}`] = await barriers(page, looks[colorScheme]);
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
