// Photographs every screen into test-results/screens, for looking at.
import { expect, demoTest as test } from './fixtures.ts';
import { schemes, screens, settled, visit, widths } from './screens.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const screen of screens) {
  test(`${screen.name} is photographed, light and dark, wide and narrow`, async ({ page, demo }) => {
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size);
      await visit(page, demo.url, screen);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        const path = `test-results/screens/${screen.name}-${size.width}-${colorScheme}.png`;
        const picture = await page.screenshot({ path });
        expect(picture.byteLength).toBeGreaterThan(0);
      }
    }
  });
}
