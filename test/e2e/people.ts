// Signing in as one of the demonstration's people without going through the screen, which has a test of its own.
import { type APIRequestContext, type BrowserContext, expect, type Page, request } from '@playwright/test';

export type DemoPerson = 'designer' | 'manager' | 'employee' | 'admin';

export const names: Record<DemoPerson, string> = {
  designer: 'Dana Whitfield',
  manager: 'Morgan Ellis',
  employee: 'Eli Navarro',
  admin: 'Ada Kessler',
};

const signedIn = new WeakMap<BrowserContext, { url: string; person: DemoPerson }>();

/** Whether that was the last sign-in. */
export function isSignedInAs(page: Page, url: string, person: DemoPerson): boolean {
  const last = signedIn.get(page.context());
  return last?.url === url && last.person === person;
}

/** Says that the page’s person is another by now. */
export function rememberPerson(page: Page, url: string, person: DemoPerson): void {
  signedIn.set(page.context(), { url, person });
}

const signInWith = async (requests: APIRequestContext, url: string, person: DemoPerson): Promise<void> => {
  const answer = await requests.post(`${url}/api/v1/setup/sign-in-as`, {
    headers: { origin: url },
    data: { personId: `demo-${person}` },
  });
  expect(answer.ok()).toBe(true);
};

export async function signInAs(page: Page, url: string, person: DemoPerson): Promise<void> {
  // A page of somebody else's that still asks would be refused under the new name.
  await page.goto('about:blank');
  await signInWith(page.request, url, person);
  rememberPerson(page, url, person);
}

async function startRequests(url: string, person: DemoPerson): Promise<APIRequestContext> {
  const requests = await request.newContext({ extraHTTPHeaders: { origin: url } });
  await signInWith(requests, url, person);
  return requests;
}

const besideScreen = new Map<string, Promise<APIRequestContext>>();

/** What a person asks of the server beside the screen, which stays as it is and whose it is. */
export function requestsOf(url: string, person: DemoPerson): Promise<APIRequestContext> {
  const key = `${person} ${url}`;
  const known = besideScreen.get(key) ?? startRequests(url, person);
  besideScreen.set(key, known);
  return known;
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a server is asked to change something on behalf of a person, without the screen. */
export const asking =
  (url: string) =>
  async <Answer>(person: DemoPerson, method: Method, path: string, data: object): Promise<Answer> => {
    const requests = await requestsOf(url, person);
    const answer = await requests.fetch(`${url}/api/v1${path}`, { method, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };

/** What a person gets from the API, whoever is at the screen. */
export async function readAs<Answer>(url: string, person: DemoPerson, path: string): Promise<Answer> {
  const answer = await (await requestsOf(url, person)).get(`${url}/api/v1${path}`);
  expect(answer.ok(), path).toBe(true);
  return answer.json();
}

/** What the signed-in person gets from the API. */
export async function read<Answer>(page: Page, url: string, path: string): Promise<Answer> {
  const answer = await page.request.get(`${url}/api/v1${path}`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}
