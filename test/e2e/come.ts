// Coming to a page as somebody. Where that person has the application before them already, it is not loaded anew: that
// takes longer than most of what is looked at.
import { expect, type Page } from '@playwright/test';
import { type DemoPerson, isSignedInAs, names, rememberPerson, signInAs } from './people.ts';

/** An address where there is nothing. */
export const nowhere = '/no-such-page';

const isHere = (page: Page, url: string): boolean => page.url().startsWith(`${url}/`);

/** Signs in where that is due; then, how one goes to an address. */
export async function comeAs(
  page: Page,
  url: string,
  person: DemoPerson,
): Promise<(path: string) => Promise<void>> {
  if (isHere(page, url) && isSignedInAs(page, url, person)) return (path) => goWithin(page, path);
  await signInAs(page, url, person);
  return async (path) => {
    await page.goto(url + path);
  };
}

const push = (page: Page, path: string) => page.evaluate((to) => history.pushState({}, '', to), path);

const closeNotice = '.mantine-Notification-closeButton';

/** As somebody who looks around the demonstration does: by the page that one is welcomed with. */
async function becomeWithin(
  page: Page,
  url: string,
  { person, path }: { person: DemoPerson; path: string },
): Promise<void> {
  await goWithin(page, nowhere);
  await push(page, `/welcome?next=${encodeURIComponent(path)}`);
  await page.getByRole('button', { name: names[person] }).click();
  await page.waitForURL((now) => now.pathname !== '/welcome');
  rememberPerson(page, url, person);
}

/** By way of nowhere: that takes all of the page before away, and nothing of it is kept or still said. */
async function goWithin(page: Page, path: string): Promise<void> {
  await push(page, nowhere);
  const nothing = page.getByText('There is nothing at this address');
  await expect(nothing).toBeVisible();
  await page.evaluate((close) => {
    const habits = localStorage.getItem('cw-habits');
    localStorage.clear();
    if (habits !== null) localStorage.setItem('cw-habits', habits);
    for (const each of document.querySelectorAll<HTMLElement>(close)) each.click();
  }, closeNotice);
  await expect(page.locator(closeNotice)).toHaveCount(0);
  if (path === nowhere) return;
  await push(page, path);
  await expect(nothing).toBeHidden();
}

/** Goes to an address as somebody, also as another than before, without loading the application anew. */
export const going =
  (page: Page, url: string) =>
  async (person: DemoPerson, path: string): Promise<void> => {
    if (isHere(page, url) && !isSignedInAs(page, url, person))
      return becomeWithin(page, url, { person, path });
    await (await comeAs(page, url, person))(path);
  };
