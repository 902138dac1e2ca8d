// Signing in as one of the demonstration's people without going through the screen, which has a test of its own.
import { type BrowserContext, expect, type Page } from '@playwright/test';

export type DemoPerson = 'designer' | 'manager' | 'employee' | 'admin';

const signedIn = new WeakMap<BrowserContext, { url: string; person: DemoPerson }>();

/** Whether that was the last sign-in. */
export function isSignedInAs(page: Page, url: string, person: DemoPerson): boolean {
  const last = signedIn.get(page.context());
  return last?.url === url && last.person === person;
}

export async function signInAs(page: Page, url: string, person: DemoPerson): Promise<void> {
  // A page of somebody else's that still asks would be refused under the new name.
  await page.goto('about:blank');
  const answer = await page.request.post(`${url}/api/v1/setup/sign-in-as`, {
    headers: { origin: url },
    data: { personId: `demo-${person}` },
  });
  expect(answer.ok()).toBe(true);
  signedIn.set(page.context(), { url, person });
}

/** What the signed-in person gets from the API. */
export async function read<Answer>(page: Page, url: string, path: string): Promise<Answer> {
  const answer = await page.request.get(`${url}/api/v1${path}`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}
