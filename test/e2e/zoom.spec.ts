// At 200 % a window of 1440 pixels has 720 by 450 of its own: all of the editor is there, and only the canvas goes
// two ways. The same on a phone, where the bar above the canvas is one line.
import type { Locator, Page } from '@playwright/test';
import { boxOf, canvas, details, stage } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { type Screen, screens, settled, visit } from './screens.ts';

const zoomed = { width: 720, height: 450 };
const phone = { width: 390, height: 844 };

const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Buttons and fields of the page that lie over one another, or are cut off where nothing can be scrolled to them. */
const crowded = (bar: Locator): Promise<string[]> =>
  bar.evaluate((element) => {
    const frame = element.getBoundingClientRect();
    const all = [...element.querySelectorAll('button, a')].filter((each) => each.checkVisibility());
    const boxes = all.map((each) => ({
      name: each.getAttribute('aria-label') ?? each.textContent ?? '',
      box: each.getBoundingClientRect(),
    }));
    const outside = boxes.filter(({ box }) => box.right > frame.right + 1 || box.left < frame.left - 1);
    const over = boxes.filter(({ box: a }, index) =>
      boxes.some(({ box: b }, other) => other > index && a.left < b.right - 1 && b.left < a.right - 1),
    );
    return [
      ...outside.map(({ name }) => `${name} is cut off`),
      ...over.map(({ name }) => `${name} is covered`),
    ];
  });

for (const [size, words] of [
  [zoomed, 'at 200 %'],
  [phone, 'on a phone'],
] as const)
  test(`a draft is drawn, edited and mended ${words}`, async ({ page, demo }) => {
    await page.setViewportSize(size);
    await openCopy(page, demo.url, 'quarterly-okr');
    await settled(page);
    const bar = page.getByRole('toolbar', { name: 'Editing' });
    expect((await boxOf(bar)).height).toBeLessThanOrEqual(49);
    expect(await crowded(bar)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    expect((await boxOf(canvas(page))).height).toBeGreaterThanOrEqual(120);

    await page.getByRole('button', { name: 'Add Measure', exact: true }).click();
    await expect(stage(page, 'Measure')).toBeInViewport();
    await page.getByRole('button', { name: 'Details' }).click();
    const name = page.getByRole('dialog', { name: 'Details' }).getByLabel('Name', { exact: true });
    await name.fill('Count');
    await page.keyboard.press('Escape');
    await expect(stage(page, 'Count')).toBeVisible();
    await expect(details(page)).toHaveCount(0);

    const problems = page.getByRole('region', { name: 'Problems' });
    await problems.getByRole('button', { expanded: false }).click();
    const fault = problems.getByRole('button').filter({ hasText: 'Count' }).first();
    await fault.click();
    await expect(page.getByRole('dialog', { name: 'Details' })).toBeVisible();
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Publish…' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await expect(page.getByRole('treeitem', { name: /^Count/ })).toBeVisible();
    expect(await overhang(page)).toBe(0);
  });

const ofEditor = ['cycles', 'cycle', 'scenarios', 'templates', 'version', 'compare', 'migrate', 'new-launch'];
for (const screen of screens.filter(({ name }: Screen) => ofEditor.includes(name)))
  test(`${screen.name} goes one way only at 200 %`, async ({ page, demo }) => {
    await page.setViewportSize(zoomed);
    await visit(page, demo.url, screen);
    expect(await overhang(page)).toBe(0);
    const heading = page.getByRole('heading').first();
    await expect(heading.or(canvas(page)).first()).toBeVisible();
  });
