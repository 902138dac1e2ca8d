import { expect, test } from 'vitest';
import { leavePage } from '../../../editor/app/shell/leave-page.ts';

/** A browser that asks when something is unsaved; what was called after how long. */
function makePage({ isUnsaved }: { isUnsaved: boolean }) {
  const page = new EventTarget();
  const timers: number[] = [];
  const stayed: string[] = [];
  if (isUnsaved) page.addEventListener('beforeunload', (event) => event.preventDefault());
  leavePage(
    Object.assign(page, {
      location: { assign: () => void page.dispatchEvent(new Event('beforeunload', { cancelable: true })) },
      setTimeout: (work: () => void, milliseconds: number) => {
        timers.push(milliseconds);
        work();
      },
    }),
    { to: '/sign-in', onStayed: () => stayed.push('stayed') },
  );
  return { timers, stayed };
}

test('whoever stays when the browser asks goes on with the page', () => {
  expect(makePage({ isUnsaved: true })).toEqual({ timers: [1_000], stayed: ['stayed'] });
});

test('a page that is left without a question asks for nothing any more', () => {
  expect(makePage({ isUnsaved: false })).toEqual({ timers: [], stayed: [] });
});
