// Stages inside stages: into them and out of them by dragging, three levels deep, and folded up without losing a line.
import type { Page } from '@playwright/test';
import { stage, transition } from './canvas.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const nested = {
  schema: 'cycle/1',
  id: 'nested',
  name: 'Nested',
  initial: 'loose',
  stages: {
    loose: { name: 'Loose', on: { 'loose.finished': [{ to: 'leaf' }] } },
    outer: {
      name: 'Outer',
      initial: 'middle',
      stages: {
        middle: {
          name: 'Middle',
          initial: 'inner',
          stages: {
            inner: {
              name: 'Inner',
              initial: 'leaf',
              stages: { leaf: { name: 'Leaf' }, last: { name: 'Last' } },
            },
          },
        },
      },
      on: { 'outer.finished': [{ to: 'closed' }] },
    },
    closed: { type: 'final', name: 'Closed' },
  },
  layout: {
    loose: { x: 0, y: 0 },
    outer: { x: 0, y: 120 },
    middle: { x: 24, y: 64 },
    inner: { x: 24, y: 64 },
    leaf: { x: 24, y: 64 },
    last: { x: 24, y: 260 },
    closed: { x: 480, y: 40 },
  },
};

interface Draft {
  stages: Record<string, unknown>;
  layout: Record<string, { x: number; y: number }>;
}

const boxOf = async (page: Page, name: string) => {
  const box = await stage(page, name).boundingBox();
  if (!box) throw new Error(`${name} is not on the screen.`);
  return box;
};

async function dragBy(page: Page, name: string, to: { x: number; y: number }): Promise<void> {
  const { x, y, height } = await boxOf(page, name);
  const grip = { x: 30, y: height / 2 };
  await page.mouse.move(x + grip.x - 2, y + grip.y);
  await page.mouse.down();
  await page.mouse.move(x + grip.x, y + grip.y);
  await page.mouse.move(to.x + grip.x, to.y + grip.y, { steps: 5 });
  await page.mouse.up();
}

const saved = (page: Page) => expect(page.getByText(/Saved · \d/)).toBeVisible();

test('a stage is dragged three levels deep and out again, and folding keeps its lines', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'designer');
  const made = await page.request.put(`${demo.url}/api/v1/cycles/nested`, {
    headers: { origin: demo.url, 'if-none-match': '*' },
    data: nested,
  });
  expect(made.ok()).toBe(true);
  await page.goto('/cycles/nested');
  await expect(stage(page, 'Leaf')).toBeVisible();
  await page.keyboard.press('0');

  const leaf = await boxOf(page, 'Leaf');
  const target = { x: leaf.x + 40, y: leaf.y + 96 };
  await dragBy(page, 'Loose', target);
  await expect(async () => {
    const landed = await boxOf(page, 'Loose');
    expect(Math.abs(landed.x - target.x)).toBeLessThanOrEqual(8);
    expect(Math.abs(landed.y - target.y)).toBeLessThanOrEqual(8);
  }).toPass();
  const [inner, loose] = [await boxOf(page, 'Inner'), await boxOf(page, 'Loose')];
  expect(inner.x + inner.width).toBeGreaterThanOrEqual(loose.x + loose.width + 20);
  await saved(page);
  const deep = await read<Draft>(page, demo.url, '/cycles/nested');
  expect(deep).toMatchObject({
    initial: 'outer',
    stages: {
      outer: { stages: { middle: { stages: { inner: { stages: { loose: { name: 'Loose' } } } } } } },
    },
  });

  await page.getByRole('button', { name: 'Fold up Outer' }).click();
  await expect(stage(page, 'Leaf')).toHaveCount(0);
  await expect(transition(page, 'Outer', 'Closed')).toBeVisible();
  await stage(page, 'Outer').click();
  await page.keyboard.press('f');
  await expect(stage(page, 'Loose')).toBeVisible();
  await expect(transition(page, 'Loose', 'Leaf')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(async () => {
    const [out, top] = [await boxOf(page, 'Loose'), await boxOf(page, 'Outer')];
    expect(out.y + out.height).toBeLessThan(top.y);
  }).toPass();
  await stage(page, 'Loose').click();
  await page.keyboard.press('i');
  await page.keyboard.type('Inner');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Loose moved into Inner.' })).toBeAttached();
  await expect(stage(page, 'Loose')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');

  const right = await boxOf(page, 'Closed');
  await dragBy(page, 'Leaf', { x: right.x, y: right.y + 120 });
  await saved(page);
  await expect(async () => {
    const out = await read<Draft>(page, demo.url, '/cycles/nested');
    expect(Object.keys(out.stages)).toContain('leaf');
  }).toPass();
});
