import { describe, expect, test } from 'vitest';
import { type WordingDraft, type WordingRule, wordingRules } from '../../../engine/wording/advice.ts';
import { adviseWording, isBlocked } from '../../../engine/wording/advise-wording.ts';

const draft = (text: string, more: Partial<WordingDraft> = {}): WordingDraft => ({
  text,
  today: '2026-05-20',
  about: { id: 'ana', name: 'Ana Diaz' },
  colleagues: [
    { id: 'ana', name: 'Ana Diaz' },
    { id: 'bo', name: 'Bo Lind' },
  ],
  raters: [{ id: 'cy', name: 'Cy Young' }],
  suppressedGroups: ['the field office'],
  ...more,
});
const found = (text: string, more?: Partial<WordingDraft>) =>
  adviseWording(draft(text, more)).map(({ rule, words }) => `${rule}: ${words}`);
const rulesOf = (text: string, more?: Partial<WordingDraft>) =>
  adviseWording(draft(text, more)).map(({ rule }) => rule);

/** Observation, effect, request, help. */
const helpful =
  'On 12 May you sent the budget report two days late, which led to a delayed vote of the council. ' +
  'Please send me a draft by Friday next time. I can review it the same day.';
const twelveWords = 'the way you led the talk with the unions kept everybody at the table';

interface Example {
  rule: WordingRule;
  says: string;
  words: string;
  /** Much the same, and fine. */
  fine: string;
  more?: Partial<WordingDraft>;
}

const examples: Example[] = [
  {
    rule: 'FB-01',
    says: 'You wrote crap code in ticket 12.',
    words: 'crap',
    fine: 'The build of ticket 12 failed.',
  },
  {
    rule: 'FB-01',
    says: 'You will regret this.',
    words: 'You will regret this',
    fine: 'I regret the delay of 3 May.',
  },
  {
    rule: 'FB-02',
    says: 'Your maternity leave cost us the Harlem launch.',
    words: 'Your maternity leave',
    fine: 'The leave of two people cost us the Harlem launch.',
  },
  {
    rule: 'FB-02',
    says: 'You are too old for the night shift of 3 May.',
    words: 'too old for',
    fine: 'The data of 3 May were too old for the report.',
  },
  {
    rule: 'FB-03',
    says: 'You are so emotional in reviews.',
    words: 'You are so emotional',
    fine: 'It was an emotional review.',
  },
  { rule: 'FB-03', says: 'Ana is difficult.', words: 'Ana is difficult', fine: 'The quarter is difficult.' },
  { rule: 'FB-03', says: 'Such an abrasive tone.', words: 'abrasive', fine: 'They called it "abrasive".' },
  { rule: 'FB-04', says: 'You never answer.', words: 'never', fine: 'She said "you never answer" on 3 May.' },
  {
    rule: 'FB-05',
    says: 'You explain things clearly.',
    words: 'You explain things clearly.',
    fine: 'You explained the chart clearly in the budget meeting.',
  },
  {
    rule: 'FB-06',
    says: 'The report of 12 May was late.',
    words: 'The report of 12 May was late.',
    fine: 'The report of 12 May was late. Could you send a draft first?',
  },
  {
    rule: 'FB-07',
    says: `On 3 May you chaired the meeting of the board. ${'You listened to all who spoke and noted it. '.repeat(5)}`,
    words: '*',
    fine: `On 3 May you chaired the meeting, so we ended on time. ${'You listened to all who spoke and noted it. '.repeat(5)}`,
  },
  {
    rule: 'FB-08',
    says: 'Great job, keep it up!',
    words: 'Great job',
    fine: 'Great job on the Harlem report: it saved the team a week.',
  },
  {
    rule: 'FB-09',
    says: 'The chart of 3 May was wrong. Please mend it.',
    words: '*',
    fine: 'Thanks for the chart of 3 May. One figure was wrong; please mend it.',
    more: {
      earlier: ['The report of April was late. Please ask for help.', 'Ticket 12 failed. Please look.'],
    },
  },
  {
    rule: 'FB-09',
    says: 'Page 1 was late. Page 2 was wrong. Page 3 was unclear. Page 4 was incomplete. Please ask me.',
    words: '*',
    fine: 'Page 1 was late. Page 2 was wrong. Please ask me.',
  },
  {
    rule: 'FB-10',
    says: 'Perhaps you could possibly be somewhat clearer on page 3, maybe.',
    words: '*',
    fine: 'Perhaps you are clearer on page 3 than on page 2.',
  },
  {
    rule: 'FB-11',
    says: 'Mistakes were made in the budget of May.',
    words: 'Mistakes were made in the budget of May.',
    fine: 'The budget of May was made by the field team without mistakes.',
  },
  {
    rule: 'FB-12',
    says: `On 3 May, ${twelveWords}.`,
    words: twelveWords,
    fine: 'On 3 May, the way you led the talk helped us.',
    more: { elsewhere: [`Dear Bo, ${twelveWords}, thank you!`] },
  },
  {
    rule: 'FB-13',
    says: `On 3 May you ${'wrote a page and then '.repeat(8)}stopped.`,
    words: '*',
    fine: 'On 3 May you wrote a page. Then you stopped.',
  },
  {
    rule: 'FB-14',
    says: 'As Cy said, page 3 is hard to follow.',
    words: 'Cy',
    fine: 'Page 3 is hard to follow.',
  },
  {
    rule: 'FB-14',
    says: 'On 3 May the field office found page 3 hard to follow.',
    words: 'the field office',
    fine: 'On 3 May the readers found page 3 hard to follow.',
  },
  {
    rule: 'FB-15',
    says: 'Why not deliver on time, like Bo did in March?',
    words: 'like Bo',
    fine: 'Why not deliver on time, as you and Bo did in March?',
  },
  {
    rule: 'FB-16',
    says: 'The Harlem report was excellent.',
    words: '*',
    fine: 'The Harlem report was excellent and five days late.',
    more: { rating: 'below' },
  },
  {
    rule: 'FB-16',
    says: 'The Harlem report was late.',
    words: '*',
    fine: 'The Harlem report was excellent.',
    more: { rating: 'exceeds' },
  },
  { rule: 'FB-18', says: 'Fix page 3.', words: 'Fix page 3.', fine: 'Please fix page 3.' },
];

describe('each rule finds its words, and lets a text like it pass', () => {
  test.each(examples)('$rule: $says', ({ rule, says, words, fine, more }) => {
    const text = says.trim();
    expect(found(text, more)).toContain(`${rule}: ${words === '*' ? text : words}`);
    expect(rulesOf(fine.trim(), more)).not.toContain(rule);
  });
});

describe('a question about what comes next is a next step', () => {
  test.each([
    'What would help you to have it ready in time?',
    'What might help next to this?',
    'What do you need so that the next one is on time?',
    'What support do you need from me?',
    'What should we change?',
    'What can I do so that it is ready?',
    'How can I help?',
    'How do we avoid this in June?',
    'How might we share the work?',
    'Would it help to meet on Mondays?',
    'Is there anything that would help?',
    'Where do you need more time?',
    'What is your plan for the June report?',
    'What is the next step for you?',
  ])('%s', (question) => {
    expect(rulesOf(`The report of 12 May was late. ${question}`)).not.toContain('FB-06');
  });

  test.each([
    'What happened?',
    'What went wrong?',
    'What did you do?',
    'How did we get there?',
    'What helped was the draft.',
    'The data would help nobody.',
    'What would have helped?',
    'What did we need to change?',
  ])('one about what was is none: %s', (question) => {
    expect(rulesOf(`The report of 12 May was late. ${question}`)).toContain('FB-06');
  });
});

test('evidence from before the period and evidence from its end alone are both told', () => {
  const period = { start: '2026-01-01', end: '2026-04-30' };
  const why = (evidence: string[]) =>
    adviseWording(draft(helpful, { period, evidence })).flatMap(({ rule, why }) =>
      rule === 'FB-17' ? [why] : [],
    );
  expect(why(['2025-12-30', '2026-03-02'])).toEqual([expect.stringContaining('from before the period')]);
  expect(why(['2026-04-10', '2026-04-28'])).toEqual([expect.stringContaining('from the last 30 days')]);
  expect(why(['2026-01-12', '2026-04-28'])).toEqual([]);
  expect(why([])).toEqual([]);
});

test('evidence without a period is stale after 60 days', () => {
  expect(rulesOf(helpful, { evidence: ['2026-03-20'] })).toContain('FB-17');
  expect(rulesOf(helpful, { evidence: ['2026-03-22'] })).not.toContain('FB-17');
});

test('a message of observation, effect, request and help is left alone', () => {
  expect(found(helpful)).toEqual([]);
});

test('every rule says why and how else, and only harm and protected reasons block', () => {
  const advice = examples.flatMap(({ says, more }) => adviseWording(draft(says, more)));
  expect(advice.every(({ why, rewrite }) => why.endsWith('.') && rewrite.length > 20)).toBe(true);
  const blocking = new Set(advice.filter((one) => isBlocked([one])).map(({ rule }) => rule));
  expect([...blocking].sort()).toEqual(['FB-01', 'FB-02']);
  expect([...new Set([...advice.map(({ rule }) => rule), 'FB-17'])].sort()).toEqual([...wordingRules]);
});

test('what is said of the whole comes after what is said of words, and words come in their order', () => {
  expect(found('You are lazy. You never write.')).toEqual([
    'FB-03: lazy',
    'FB-04: never',
    'FB-05: You are lazy. You never write.',
  ]);
});

test('a text in another language, or none, gets no advice', () => {
  expect(found('Der Bericht vom 12. Mai kam zwei Tage zu spät, weil die Daten aus Harlem fehlten.')).toEqual(
    [],
  );
  expect(found('   ')).toEqual([]);
});
