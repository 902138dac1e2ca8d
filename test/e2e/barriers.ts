// What on a page keeps people out, as axe finds it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Look {
  /** Only inside this element; the whole page without it. */
  within?: string;
  /** Only by these rules; by all of them without it. */
  rules?: string[];
  /** What is minor or moderate is told too. */
  strict?: boolean;
}

const isGrave = (impact: string | null | undefined): boolean => impact === 'serious' || impact === 'critical';

/** Half a megabyte of script, which a page keeps: given once, it need not be given with every look. */
const script = async (page: Page) =>
  (await page.evaluate(() => 'axe' in window)) ? { page, axeSource: 'undefined' } : { page };

/** One line for each rule that is broken: its name, and the elements that break it. */
export async function barriers(page: Page, { within, rules, strict }: Look = {}): Promise<string[]> {
  // No page here holds a frame of another origin, so that axe needs no second page to put its findings together.
  const axe = new AxeBuilder(await script(page)).setLegacyMode().options({ resultTypes: ['violations'] });
  if (rules) axe.withRules(rules);
  // Within a dialog Mantine's heading is a header of its own beside the page's, which is out of reach meanwhile.
  if (within) axe.include(within).disableRules('landmark-no-duplicate-banner');
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => strict || isGrave(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** By how much the page is wider than its window; 0 when nothing has to be scrolled sideways. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
