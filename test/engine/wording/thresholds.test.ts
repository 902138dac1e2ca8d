// Where each piece of advice on feedback begins: one word, one message or one day to this side of it, and to that.
import { describe, expect, test } from 'vitest';
import type { WordingDraft, WordingRule } from '../../../engine/wording/advice.ts';
import { adviseWording } from '../../../engine/wording/advise-wording.ts';

const advises = (rule: WordingRule, text: string, more: Partial<WordingDraft> = {}): boolean =>
  adviseWording({ text, today: '2026-05-20', about: { id: 'ana', name: 'Ana Diaz' }, ...more }).some(
    (one) => one.rule === rule,
  );
/** A sentence of as many words, without effect, fault or praise. */
const words = (count: number): string =>
  `${Array.from({ length: count }, (_, at) => ['you', 'read', 'page', 'and', 'the', 'note'][at % 6]).join(' ')}.`;

test('FB-07 asks for the effect from forty-one words on', () => {
  expect([advises('FB-07', words(40)), advises('FB-07', words(41))]).toEqual([false, true]);
});

test('FB-08 finds empty praise in fewer than eight words', () => {
  expect([
    advises('FB-08', 'Great job on page 3 of this'),
    advises('FB-08', 'Great job on page 3 of this report'),
  ]).toEqual([true, false]);
});

describe('FB-09', () => {
  const criticised = (pages: number): string =>
    Array.from({ length: pages }, (_, at) => `Page ${at + 1} was late.`).join(' ');

  test('takes three criticisms in one message, and not four', () => {
    expect([advises('FB-09', criticised(3)), advises('FB-09', criticised(4))]).toEqual([false, true]);
  });

  test('looks at this message and the two before it', () => {
    const fault = 'Ticket 12 failed.';
    const praise = 'Thanks for ticket 12, which was excellent.';
    const neither = 'Ticket 12 is on page 3.';
    const since = (...earlier: string[]) => advises('FB-09', 'Page 3 was late.', { earlier });
    expect([since(), since(fault), since(fault, fault), since(fault, fault, praise)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect([since(fault, praise), since(praise, fault), since(fault, neither)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(advises('FB-09', neither, { earlier: [fault, fault] })).toBe(false);
  });
});

describe('FB-10', () => {
  test('finds three softeners in one sentence, not two, nor three in two sentences', () => {
    expect([
      advises('FB-10', 'Perhaps you are possibly somewhat clear on page 3.'),
      advises('FB-10', 'Perhaps you are possibly clear on page 3.'),
      advises('FB-10', 'Perhaps you are possibly clear. Page 3 is somewhat long.'),
    ]).toEqual([true, false, false]);
  });

  test.each([
    'On 12 May I saw that you found all the errors, and read the report again with the team.',
    'The report of May made clear about how many permits were late, and most of them were ours.',
    'In the meeting on Tuesday you also explained completely what several teams must do, and so it worked well.',
    'Next time, please tell us about the delay as soon as it is certain, so that we can help, often in an hour.',
    'You should start with the few cases that are still open, and then go over the ones that we heard of.',
  ])('takes what says something for what it is: %s', (text) => {
    expect(advises('FB-10', text)).toBe(false);
  });

  test.each([
    'I guess that it might be rather better to send the draft of page 3 first.',
    'In my opinion page 3 seems a bit long.',
    'It is kind of late, I suppose, and probably not quite what the council wanted on 3 May.',
    'Maybe you could think about a draft of page 3.',
  ])('finds the pile: %s', (text) => {
    expect(advises('FB-10', text)).toBe(true);
  });
});

test('FB-12 finds a run of twelve words, not of eleven, in whatever case it is written', () => {
  const run = 'the way you led the talk with the unions kept everybody calm';
  const copied = (text: string) => advises('FB-12', `On 3 May ${text}.`, { elsewhere: [`Bo, ${run} too.`] });
  expect(run.split(' ')).toHaveLength(12);
  expect([
    copied(run),
    copied(run.toUpperCase()),
    copied(`${run.slice(0, run.lastIndexOf(' '))} happy`),
    copied(run.replace('unions', 'council')),
  ]).toEqual([true, true, false, false]);
});

test('FB-13 finds a sentence of more than thirty-five words, and a shorter one of hard words', () => {
  const of = (count: number, ...few: string[]) =>
    advises('FB-13', `${Array.from({ length: count }, (_, at) => few[at % few.length]).join(' ')}.`);
  expect([35, 36].map((count) => of(count, 'I', 'go', 'to', 'it', 'a', 'an'))).toEqual([false, true]);
  expect([8, 18].map((count) => of(count, 'administrative', 'responsibilities', 'of', 'the'))).toEqual([
    false,
    true,
  ]);
});

test('FB-16 says nothing of a text that neither praises nor finds fault, nor of one that does both', () => {
  for (const rating of ['below', 'exceeds'] as const)
    expect([
      advises('FB-16', 'The Harlem report has twelve pages.', { rating }),
      advises('FB-16', 'The Harlem report was excellent and five days late.', { rating }),
    ]).toEqual([false, false]);
  expect(advises('FB-16', 'The Harlem report was late.', { rating: 'meets' })).toBe(false);
});

describe('FB-17', () => {
  const text = 'Thank you, it was easy to read.';

  test('without a period evidence is stale from the sixty-first day', () => {
    expect([
      advises('FB-17', text, { evidence: ['2026-03-21'] }),
      advises('FB-17', text, { evidence: ['2026-03-20'] }),
    ]).toEqual([false, true]);
  });

  test('the first day of the period belongs to it, and the day before does not', () => {
    const period = { start: '2026-01-01', end: '2026-12-31' };
    const late = '2026-05-19';
    expect([
      advises('FB-17', text, { period, evidence: ['2026-01-01', late] }),
      advises('FB-17', text, { period, evidence: ['2025-12-31', late] }),
    ]).toEqual([false, true]);
  });

  test('all of it from the last thirty days is told of a period that is longer than sixty, and of two pieces', () => {
    const period = { start: '2026-01-01', end: '2026-12-31' };
    const of = (...evidence: string[]) => advises('FB-17', text, { period, evidence });
    expect([of('2026-04-20', '2026-05-19'), of('2026-04-19', '2026-05-19'), of('2026-05-19')]).toEqual([
      true,
      false,
      false,
    ]);
    const since = (start: string) =>
      advises('FB-17', text, {
        period: { start, end: '2026-12-31' },
        evidence: ['2026-05-18', '2026-05-19'],
      });
    expect([since('2026-03-20'), since('2026-03-21')]).toEqual([true, false]);
  });
});

test('FB-18 finds a command where something is wrong, in few words, or beside another command', () => {
  expect([
    advises('FB-18', 'Send the report of May to me on Friday.'),
    advises('FB-18', 'Send the report of May.'),
    advises('FB-18', 'The report of May was late. Send it to me on Friday.'),
    advises('FB-18', 'Send the report of May to me on Friday. Write the note of June after that.'),
    advises('FB-18', 'Please send the report of May.'),
  ]).toEqual([false, true, true, true, false]);
});
