// Light and dark: what a cycle's lines are drawn in can be told from all that they are drawn on, and a page that is dark
// is dark from its first frame.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { canvas } from './canvas.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { inScheme, schemes, settled, visit } from './screens.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Contrast {
  line: string;
  ground: string;
  ratio: number;
}

/** Every colour of a line against the canvas and against the tint of each container, as often as containers are nested. */
const contrasts = (page: Page): Promise<Contrast[]> =>
  canvas(page).evaluate((element) => {
    const deepest = 3;
    const drawn = (layers: readonly string[]): [number, number, number] => {
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      if (!context) throw new Error('Nothing can be drawn here.');
      for (const layer of layers) {
        context.fillStyle = layer;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    };
    const luminance = (colour: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratioOf = (a: readonly number[], b: readonly number[]): number => {
      const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
      return (light + 0.05) / (dark + 0.05);
    };
    const all = (selector: string, property: string): string[] => [
      ...new Set(
        [...element.querySelectorAll(selector)].map((each) =>
          getComputedStyle(each).getPropertyValue(property),
        ),
      ),
    ];
    const base = getComputedStyle(element).backgroundColor;
    const tints = all('[data-type] > [class*="container"]', 'background-color');
    const grounds = [[base], ...tints.map((tint) => [base, ...Array.from({ length: deepest }, () => tint)])];
    return all('path[marker-end]', 'stroke').flatMap((line) =>
      grounds.map((layers) => ({
        line,
        ground: layers.join(' under '),
        ratio: ratioOf(drawn([line]), drawn(layers)),
      })),
    );
  });

test('the lines of a cycle stand out by three to one from whatever they cross, light and dark', async ({
  page,
  demo,
}) => {
  await visit(page, demo.url, {
    name: 'canvas',
    person: 'designer',
    path: async () => '/cycles/organisation-loop',
  });
  await canvas(page)
    .getByRole('button', { name: /prioritise done/ })
    .first()
    .click();
  for (const colorScheme of schemes) {
    await inScheme(page, colorScheme);
    const found = await contrasts(page);
    // The lines, the chosen one, and more than the bare canvas.
    expect(new Set(found.map(({ line }) => line)).size).toBe(2);
    expect(new Set(found.map(({ ground }) => ground)).size).toBeGreaterThan(2);
    expect(found.filter(({ ratio }) => ratio < 3)).toEqual([]);
  }
});

test('what is wrong with a field, and what cannot be taken back, can be read, light and dark', async ({
  page,
  demo,
}) => {
  await visit(page, demo.url, {
    name: 'absence',
    person: 'admin',
    path: async () => '/settings?tab=absence',
  });
  await page.getByRole('button', { name: 'Somebody leaves for good' }).click();
  const form = page.getByRole('form', { name: 'Somebody leaves for good' });
  await form.getByRole('button', { name: 'Say that they leave' }).click();
  await expect(form.getByText('Choose the last day')).toBeVisible();
  for (const colorScheme of schemes) {
    await inScheme(page, colorScheme);
    expect([colorScheme, ...(await barriers(page, { rules: ['color-contrast'] }))]).toEqual([colorScheme]);
  }
});

for (const [chosen, system] of [
  ['dark', 'light'],
  ['light', 'dark'],
] as const)
  test(`a page that was chosen to be ${chosen} is so from its first frame, whatever the computer is`, async ({
    page,
    demo,
  }) => {
    await page.emulateMedia({ colorScheme: system });
    await visit(page, demo.url, { name: 'inbox', person: 'designer', path: async () => '/inbox' });
    await page.evaluate((scheme) => localStorage.setItem('mantine-color-scheme-value', scheme), chosen);
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Reflect.set(window, 'seen', seen);
      const look = (): void => {
        if (document.body) seen.add(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await expect(page.getByRole('main')).toBeVisible();
    await settled(page);
    const seen = await page.evaluate((): string[] => [...Reflect.get(window, 'seen')]);
    expect(seen).toEqual([chosen === 'dark' ? 'rgb(11, 17, 32)' : 'rgb(248, 250, 252)']);
  });
