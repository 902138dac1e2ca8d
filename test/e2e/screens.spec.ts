// `npm run screenshots`: photographs every screen into test-results/screens, for looking at, and the two pictures
// of the README.
import { expect, demoTest as test } from './fixtures.ts';
import { inScheme, type Screen, schemes, screens, visit, widths } from './screens.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const screen of screens) {
  test(`${screen.name} is photographed, light and dark, wide and narrow`, async ({ page, demo }) => {
    for (const size of Object.values(widths)) {
      await page.setViewportSize(size);
      await visit(page, demo.url, screen);
      for (const colorScheme of schemes) {
        await inScheme(page, colorScheme);
        const path = `test-results/screens/${screen.name}-${size.width}-${colorScheme}.png`;
        const picture = await page.screenshot({ path });
        expect(picture.byteLength).toBeGreaterThan(0);
      }
    }
  });
}

const screenOf = (name: string): Screen => {
  const screen = screens.find((each) => each.name === name);
  if (!screen) throw new Error(`There is no screen ${name}.`);
  return screen;
};

test('the pictures of the README are taken', async ({ page, demo }) => {
  await visit(page, demo.url, screenOf('task'));
  await page.screenshot({ path: 'docs/images/inbox.png' });
  await page.getByRole('button', { name: 'Fold the rail' }).click();
  await visit(page, demo.url, screenOf('cycle-small'));
  await page.screenshot({ path: 'docs/images/canvas.png' });
});
