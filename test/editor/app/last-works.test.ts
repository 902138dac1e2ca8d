import { expect, test } from 'vitest';
import { makeLastWorks } from '../../../editor/app/parts/last-works.ts';

function makeClock() {
  const timers = new Set<() => void>();
  const later = (work: () => void) => {
    timers.add(work);
    return () => void timers.delete(work);
  };
  return { timers, later, timePasses: () => [...timers].map((work) => work()) };
}

test('nobody is signed out before what waits in the page is done', async () => {
  const { later, timers } = makeClock();
  const works = makeLastWorks(later);
  const done: string[] = [];
  let answer = (): void => undefined;
  works.add(async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    done.push('drawing saved');
  });
  const all = works.doAll().then(() => done.push('signed out'));
  answer();
  await all;
  expect([done, timers.size]).toEqual([['drawing saved', 'signed out'], 0]);
});

test('what fails, or is never answered, keeps nobody signed in', async () => {
  const { later, timePasses } = makeClock();
  const works = makeLastWorks(later);
  works.add(() => Promise.reject(new Error('No connection.')));
  await works.doAll();
  works.add(() => new Promise(() => undefined));
  const all = works.doAll();
  timePasses();
  await expect(all).resolves.toBeUndefined();
});

test('what was left is not done any more', async () => {
  const works = makeLastWorks(makeClock().later);
  const done: string[] = [];
  works.add(async () => done.push('the inbox'))();
  works.add(async () => done.push('the canvas'));
  await works.doAll();
  expect(done).toEqual(['the canvas']);
});
