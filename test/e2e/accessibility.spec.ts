// Every screen of the product keeps nobody out: as axe finds it, and without scrolling sideways.
import { barriers, overhang } from './barriers.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { inScheme, schemes, screens, settled, visit, widths } from './screens.ts';

/** A dark page is the same document, so that only its colours are looked at again. */
const looks = { light: {}, dark: { rules: ['color-contrast', 'link-in-text-block'] } };

// Nothing is changed, so that the screens are looked at side by side.
test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const screen of screens) {
  test(`${screen.name} keeps nobody out, light and dark, wide and narrow`, async ({ page, demo }) => {
    await visit(page, demo.url, screen);
    const found: Record<string, unknown> = {};
    for (const colorScheme of schemes) {
      await inScheme(page, colorScheme);
      for (const [width, size] of Object.entries(widths)) {
        await page.setViewportSize(size);
        await settled(page);
        found[`${width}, ${colorScheme}`] = await barriers(page, looks[colorScheme]);
        found[`${width}, overhang`] = await overhang(page);
      }
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
