// The hands on the canvas: finding stages and transitions by what they are called, and dragging between them.
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export interface Place {
  x: number;
  y: number;
}

export const canvas = (page: Page): Locator => page.getByRole('region', { name: /^Canvas of/ });

export const stage = (page: Page, name: string): Locator =>
  canvas(page).getByRole('group', { name: new RegExp(`^${name}, `) });

export const transition = (page: Page, from: string, to: string): Locator =>
  canvas(page).getByRole('button', { name: new RegExp(`from ${from} to ${to}\\b`) });

export const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('What should be dragged is not on the screen.');
  return box;
}

/** A place on the canvas, as shares of its width and height. */
export async function onCanvas(page: Page, { x, y }: Place): Promise<Place> {
  const box = await boxOf(canvas(page));
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

export const middleOf = async (locator: Locator): Promise<Place> => {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
};

export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Drags a kind of stage from the palette to a place, and gives it a name. */
export async function dropStage(page: Page, kind: string, name: string, share: Place): Promise<void> {
  const item = page.getByRole('button', { name: `Add ${kind}`, exact: true });
  await drag(page, await middleOf(item), await onCanvas(page, share));
  const field = page.getByRole('textbox', { name: /^Name of/ });
  await field.fill(name);
  await field.press('Enter');
  await expect(stage(page, name)).toBeVisible();
}

/** Drags a line from one stage's handle to another stage and says when it is taken. */
export async function connect(page: Page, from: string, to: string, when: RegExp): Promise<void> {
  await stage(page, from).hover();
  const { x, y, width, height } = await boxOf(stage(page, from));
  await drag(page, { x: x + width, y: y + height / 2 }, await middleOf(stage(page, to)));
  const picker = page.getByRole('dialog', { name: `When does ${from} lead to ${to}?` });
  await picker.getByRole('option', { name: when }).click();
  await expect(transition(page, from, to).last()).toBeVisible();
}

/** Picks from one of the product's select fields. */
export async function pick(
  page: Page,
  within: Locator,
  field: string,
  option: string | RegExp,
): Promise<void> {
  await within.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Types another name for a stage; it is taken over once the field is left, with Enter or otherwise. */
export async function typeName(page: Page, from: string, to: string): Promise<Locator> {
  const field = page.getByRole('textbox', { name: /^Name of/ });
  // A picture that is still coming to rest may have another stage where this one was.
  await expect(async () => {
    await stage(page, from).dblclick();
    await expect(field).toHaveValue(from, { timeout: 1_000 });
  }).toPass();
  await field.fill(to);
  return field;
}

export async function renameStage(page: Page, from: string, to: string): Promise<void> {
  const field = await typeName(page, from, to);
  await field.press('Enter');
  await expect(stage(page, to)).toBeVisible();
}
