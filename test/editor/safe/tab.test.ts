import { expect, test } from 'vitest';
import { claimTab } from '../../../editor/safe/tab.ts';

/** A browser's locks, as its pages share them. */
function makeBrowser() {
  const held = new Set<string>();
  let made = 0;
  return {
    held,
    newId: () => `id-${++made}`,
    /** Waits in vain for what another page holds, as one that gave up waiting. */
    request: (name: string, _options: LockOptions, granted: () => Promise<never>) => {
      if (held.has(name)) return Promise.reject(new DOMException('waited', 'TimeoutError'));
      held.add(name);
      return granted();
    },
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
  };
}

function makeTab(id: string | null = null) {
  const kept = new Map(id === null ? [] : [['cw-tab', id]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

type Browser = ReturnType<typeof makeBrowser>;
const claim = (browser: Browser, storage: ReturnType<typeof makeTab>) =>
  claimTab({ storage, locks: browser as unknown as LockManager, newId: browser.newId });

test('a tab is the same after a reload, and another beside it is another', async () => {
  const browser = makeBrowser();
  const storage = makeTab();
  const first = await claim(browser, storage);
  const second = await claim(browser, makeTab());
  expect(second.id).not.toBe(first.id);
  expect(second.isOpen(first.id)).toBe(true);

  browser.held.delete(`cw-tab.${first.id}`);
  expect((await claim(browser, makeTab())).isOpen(first.id)).toBe(false);
  expect((await claim(browser, storage)).id).toBe(first.id);
});

test('a tab that was doubled is another, though it remembers the same', async () => {
  const browser = makeBrowser();
  const first = await claim(browser, makeTab());
  const doubled = makeTab(first.id);
  const second = await claim(browser, doubled);
  expect(second.id).not.toBe(first.id);
  expect(doubled.getItem('cw-tab')).toBe(second.id);
});

test('without locks a tab still knows itself, and takes no other for open', async () => {
  const storage = makeTab();
  const ports = { storage, locks: undefined, newId: () => 'new' };
  const tab = await claimTab(ports);
  expect(tab.id).toBe('new');
  expect(tab.isOpen('other')).toBe(false);
  expect((await claimTab({ ...ports, newId: () => 'newer' })).id).toBe('new');
});

test('where nothing can be remembered each page is a tab of its own', async () => {
  const browser = makeBrowser();
  const locks = browser as unknown as LockManager;
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const ids = await Promise.all(
    [null, full, full].map(async (storage) => (await claimTab({ storage, locks, newId: browser.newId })).id),
  );
  expect(new Set(ids).size).toBe(3);
});
