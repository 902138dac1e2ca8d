// A page as it comes out on paper: without what only a screen needs, nothing cut off, and its pages numbered.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Pages of a PDF as Chromium writes them. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

/** Texts that a page of paper would cut off, by their beginning: beyond its edges, or in a box that they do not fit into. */
const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const cuts = (overflow: string) => overflow !== 'visible';
    const isCutInside = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return (
        (cuts(overflowX) && scrollWidth > clientWidth + 1) ||
        (cuts(overflowY) && scrollHeight > clientHeight + 2)
      );
    };
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.textContent?.trim() && !element.closest('svg'))
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width <= 1 || height <= 1 || getComputedStyle(element).visibility === 'hidden') return false;
        if (isCutInside(element)) return true;
        const isLeaf = element.childElementCount === 0;
        return isLeaf && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map((element) => element.textContent?.slice(0, 40) ?? '');
  });

/** As wide as A4 between its margins, in CSS pixels. */
const paper = { width: 688, height: 1000 };

/** What the style sheets say of each sheet, such as its number. */
const isNumbered = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .some((rule) => rule instanceof CSSPageRule && rule.cssText.includes('counter(page)')),
  );

/** In CSS pixels; icons are no charts. */
const chartWidths = (page: Page): Promise<number[]> =>
  page.locator('main svg.recharts-surface').evaluateAll((all) =>
    all
      .map((svg) => svg.getBoundingClientRect())
      .filter(({ height }) => height > 40)
      .map(({ width }) => Math.round(width)),
  );

interface Printed {
  a4: number;
  letter: number;
  clipped: string[];
  numbered: boolean;
  charts: number[];
}

export async function printed(page: Page): Promise<Printed> {
  const before = page.viewportSize();
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('tablist')).toBeHidden();
  const cut = await clipped(page);
  const [charts, numbered] = [await chartWidths(page), await isNumbered(page)];
  const options = { preferCSSPageSize: false, printBackground: true };
  const a4 = pagesOf(await page.pdf({ ...options, format: 'A4' }));
  const letter = pagesOf(await page.pdf({ ...options, format: 'Letter' }));
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  return { a4, letter, clipped: cut, numbered, charts };
}
