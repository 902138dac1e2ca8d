// Every screen of the product keeps nobody out: as axe finds it, and without scrolling sideways.
import { barriers, overhang } from './barriers.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { inScheme, screens, visit, widths } from './screens.ts';

/** A dark page is the same document, so that only its colours are looked at again. */
const looks = { light: {}, dark: { rules: ['color-contrast', 'link-in-text-block'] } };

/** Each differs from the one before by the width or by the scheme alone. */
const order = [
  ['wide', 'light'],
  ['wide', 'dark'],
  ['narrow', 'dark'],
  ['narrow', 'light'],
] as const;

// Nothing is changed, so that the screens are looked at side by side, those of a person after one another.
test.describe.configure({ mode: 'parallel' });

for (const screen of screens.toSorted((one, other) => one.person.localeCompare(other.person))) {
  test(`${screen.name} keeps nobody out, light and dark, wide and narrow`, async ({ page, demo }) => {
    await visit(page, demo.url, screen);
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
