// What waits until the page is drawn.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenDrawn } from '../../../editor/app/parts/when-drawn.ts';

/** A browser whose frames and idle moments come when the test says so. */
const waiting = { frame: new Map<number, () => void>(), idle: new Map<number, () => void>() };
const asked = (kind: keyof typeof waiting) => (work: () => void) => {
  const number = waiting[kind].size + 1;
  waiting[kind].set(number, work);
  return number;
};
const comes = (kind: keyof typeof waiting): void => {
  const due = [...waiting[kind].values()];
  waiting[kind].clear();
  for (const work of due) work();
};

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', asked('frame'));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => waiting.frame.delete(number));
  vi.stubGlobal('requestIdleCallback', asked('idle'));
  vi.stubGlobal('cancelIdleCallback', (number: number) => waiting.idle.delete(number));
});
afterEach(() => {
  waiting.frame.clear();
  waiting.idle.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('it is done when a frame is drawn and the browser is idle', () => {
  const work = vi.fn();
  whenDrawn(work);
  comes('idle');
  expect(work).not.toHaveBeenCalled();
  comes('frame');
  expect(work).not.toHaveBeenCalled();
  comes('idle');
  expect(work).toHaveBeenCalledOnce();
});

test('a browser that never says that it is idle does it after the frame', () => {
  vi.stubGlobal('requestIdleCallback', undefined);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const work = vi.fn();
  whenDrawn(work);
  comes('frame');
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

test.each([[[]], [['frame']]] as const)('what is forgotten after %j is not done', (come) => {
  const work = vi.fn();
  const forget = whenDrawn(work);
  for (const kind of come) comes(kind);
  forget();
  comes('frame');
  comes('idle');
  expect(work).not.toHaveBeenCalled();
});
