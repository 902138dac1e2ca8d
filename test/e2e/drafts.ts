// A draft of the test's own on a server that it shares: a copy of a cycle of the demonstration.
import { expect, type Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { canvas } from './canvas.ts';
import { comeAs } from './come.ts';
import { read } from './people.ts';

/** Opens the copy as the designer. */
export async function openCopy(
  page: Page,
  url: string,
  from: string,
  change: (cycle: Cycle) => Cycle = (cycle) => cycle,
): Promise<void> {
  const go = await comeAs(page, url, 'designer');
  const cycle = change(await read<Cycle>(page, url, `/cycles/${from}`));
  const body = { ...cycle, id: `copy-${Math.random().toString(36).slice(2, 10)}` };
  const answer = await page.request.put(`${url}/api/v1/cycles/${body.id}`, {
    headers: { origin: url, 'if-none-match': '*' },
    data: body,
  });
  expect(answer.ok()).toBe(true);
  await go(`/cycles/${body.id}`);
  await expect(canvas(page)).toBeVisible();
}
