// Templates may be there and still find the wrong sentence. So what the engine and the server really say is retold too.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { retelling } from '../../../../editor/language/retell/german.ts';
import {
  checkCycle,
  checkFeel,
  checkResult,
  compileFeel,
  cycleSchema,
  inPlainWords,
  type JsonObject,
  type Problem,
  type Rejection,
  typesOfScope,
} from '../../../../engine/index.ts';
import { describeRejection } from '../../../../server/runtime/plans/rejections.ts';
import { whyAsked, whyNobody } from '../../../../server/runtime/tasks/why.ts';
import { faultyCycles } from '../../../engine/check/corpus/faulty.ts';
import { stillEnglish } from './in-german.ts';

const wordsOf = ({ message, related = [], fixes = [] }: Problem): string[] => [
  message,
  ...related.map(({ note }) => note),
  ...fixes.map(({ title }) => title),
];

describe('what the check finds is in German, with its notes and what mends it:', () => {
  test.each(faultyCycles)('$what', ({ cycle, context }) => {
    expect(stillEnglish(checkCycle(cycle, context).flatMap(wordsOf))).toEqual([]);
  });
});

test('what is wrong with an expression is in German', () => {
  const types = typesOfScope({ asked: 0 });
  const messages = [
    '1 +',
    'round +',
    'ruond > 1',
    'nothing > 1',
    'round = "one"',
    'round > "one"',
    'outcome + 1',
    'not(round)',
    'round between 1',
    'result.decision = "a" and 5',
    'count(1, 2, 3)',
    'cuont(goals)',
    'round(1)',
    'goals.titel = 1',
    'substring("abc", today)',
    'for x in round return x',
    'some x in goals satisfies 1',
    'if round then 1 else 2',
    'function(x) x + 1',
    'matches("a", "(?=b)")',
    '{a: 1, a: 2}',
    '@"2026-13-01"',
    '[1..',
    'today()',
    '-"text"',
    'component.kind > null',
  ].flatMap(
    (text) =>
      checkFeel(text, { types, expected: 'boolean', hint: ' Declare it in the variables of the cycle.' })
        .findings,
  );
  expect(messages.length).toBeGreaterThan(24);
  expect(stillEnglish(messages.map(({ message }) => message))).toEqual([]);
});

test('what an expression warns of while it runs is in German', () => {
  const warnings = [
    '1 + "a"',
    '"a" - 1',
    'today * 2',
    '1 / 0',
    '"a" ** 2',
    'sqrt(-1)',
    'log(0)',
    'date("2026-02-30")',
    'number("1.2.3", ",", ".")',
    'substring("abc", 0)',
    'insert before([1], 5, 2)',
    'matches("a", "[")',
    'context merge([1])',
    'get value({a: 1}, "b")',
    '{a: 1}.b',
    '1 < "a"',
    'nothing',
    '[1, 2]["a"]',
    'mean(["a"])',
    '-"a"',
    'decimal(1, 99999)',
  ].flatMap((text) => {
    const compiled = compileFeel(text, { dialect: 'expression', names: ['today'] });
    if (compiled.kind === 'refused') return compiled.findings.map(({ message }) => message);
    return compiled.program.evaluate(() => null).warnings.map(({ message }) => message);
  });
  expect(warnings.length).toBeGreaterThan(15);
  expect(stillEnglish(warnings)).toEqual([]);
});

test('what does not fit a form, or a schema, is in German', () => {
  const form = {
    type: 'object',
    properties: {
      level: { type: 'integer', minimum: 1, maximum: 5 },
      reason: { type: 'string', minLength: 20, maxLength: 30 },
      kind: { enum: ['one', 'two'] },
      mail: { type: 'string', format: 'email' },
      code: { type: 'string', pattern: '^A' },
      list: { type: 'array', items: { type: 'number' }, minItems: 2 },
    },
    required: ['level', 'reason'],
    additionalProperties: false,
  };
  const given: JsonObject[] = [
    {},
    { level: 0, reason: 'short', kind: 'onne', mail: 'x', code: 'B', list: [1] },
    { level: 9, reason: 'x'.repeat(40), kind: 'three', list: ['a', 'b'], other: 1, more: 2 },
    { level: 'two', reason: true, more: 2 },
    { level: 1.5, reason: null },
  ];
  const results = given.flatMap((result) => {
    const checked = checkResult(form, result);
    return checked.kind === 'misfits' ? checked.issues.map(({ message }) => message) : [];
  });
  const read = z.safeParse(
    cycleSchema,
    { schema: 'cycle/1', id: 'A b', stages: { x: { kind: 4 } } },
    { error: inPlainWords },
  );
  const shape = read.error?.issues.map(({ message }) => message) ?? [];
  expect(results.length).toBeGreaterThan(12);
  expect(shape.length).toBeGreaterThan(2);
  expect(stillEnglish([...results, ...shape])).toEqual([]);
});

const rejections: Rejection[] = [
  { code: 'cycle-mismatch', expected: 'loop 2', given: 'loop 1' },
  { code: 'plan-ended' },
  { code: 'event-not-accepted', type: 'period.closed', accepted: ['review.asked', 'plan.cancelled'] },
  { code: 'event-not-accepted', type: 'period.closed', accepted: [] },
  {
    code: 'guards-refused',
    type: 'period.closed',
    refusals: [{ stage: 'plan', to: 'observe', guard: 'round > 1' }],
  },
  {
    code: 'expression-failed',
    expression: 'bonus + 1',
    place: 'stages/plan',
    message: "The expression gives nothing: Variable 'bonus' not found; Null cannot be added to a number.",
  },
  { code: 'too-many-steps', limit: 100 },
  { code: 'state-too-large', limit: 10, size: 20 },
];

test("the engine's no is in German in the words of the server", () => {
  expect(stillEnglish(rejections.map(describeRejection))).toEqual([]);
});

test('why somebody is asked is in German, for them and for others', () => {
  const relations = [
    'owner',
    'manager',
    'manager.manager',
    'manager.manager.manager',
    'peers(3)',
    'reports',
    'sponsor',
    'role:hr',
    'role:manager',
    'person:ada',
    'teacher',
  ];
  const asked = relations.flatMap((relation) =>
    [null, 'Ada'].flatMap((delegatorName) =>
      [true, false].map((standsIn) => ({
        relation,
        componentName: 'Werkhof',
        delegatorName,
        standsIn,
        holderName: null,
        awayUntil: null,
      })),
    ),
  );
  const sentences = asked.flatMap((one) => [whyAsked(one, null), whyAsked(one, 'Bo')]);
  expect(stillEnglish([...sentences, ...relations.map(whyNobody)])).toEqual([]);
});

test.each([
  [
    'So it went from Plan to Observe, because the condition result.decision = "agreed" held (result.decision is "agreed", round is 2).',
    'Deshalb ging der Plan von Plan nach Observe, weil die Bedingung result.decision = "agreed" galt (result.decision = "agreed", round = 2).',
  ],
  [
    'Not to Appraise: a condition of the cycle did not hold (max returns is 3, complete is false).',
    'Nicht nach Appraise: Eine Bedingung des Zyklus galt nicht (max returns = 3, complete = false).',
  ],
  [
    'So it went from Plan to Observe, by a condition of the cycle (rating is –).',
    'Deshalb ging der Plan von Plan nach Observe, nach einer Bedingung des Zyklus (rating = –).',
  ],
  [
    'The appraisal gave 88, below, so it went from Appraise to Talk.',
    'Die Beurteilung ergab 88, darunter, deshalb ging der Plan von Appraise nach Talk.',
  ],
  [
    'On 2026-01-08 Ada Lovelace completed “Agree the plan”.',
    'Am 2026-01-08 hat Ada Lovelace „Agree the plan“ erledigt.',
  ],
  ['On 2026-02-07 the time was up.', 'Am 2026-02-07 war die Frist abgelaufen.'],
  ['On 2026-02-07 the manager changed.', 'Am 2026-02-07 wechselte die Führungskraft.'],
  [
    'It ended as met, rewarded with “Day off”; it would have ended as met, rewarded with “A week off”.',
    'Er endete als met, mit „Day off“ anerkannt; er hätte als met geendet, mit „A week off“ anerkannt.',
  ],
  [
    'The task “Agree” (now agree-2) goes on with what was done on it; its due date was kept: no date, before 2026-01-01 10:00 UTC.',
    'Die Aufgabe „Agree“ (jetzt agree-2) geht mit dem weiter, was daran getan wurde; ihre Fälligkeit blieb: kein Datum, davor 2026-01-01 10:00 UTC.',
  ],
  [
    'Nobody is asked by name: whoever has the role “manager” may take it.',
    'Niemand wird namentlich gefragt: Wer die Rolle „Führungskraft“ hat, kann es übernehmen.',
  ],
  [
    'You are asked because your role is administrator.',
    'Sie werden gefragt, weil Ihre Rolle Administration ist.',
  ],
  ['Ada is asked because their role is HR.', 'Ada wird gefragt: hat die Rolle Personal.'],
  [
    'This task is for whoever has the role “employee”; it cannot be yours.',
    'Diese Aufgabe ist für alle mit der Rolle „Mitarbeitende“; Sie können sie nicht haben.',
  ],
  [
    '“Days to an answer”: Less is better here, but “unacceptable” is 3 and “meets” is 9.',
    '„Days to an answer“: Weniger ist hier besser, aber „unzureichend“ ist 3 und „erfüllt“ ist 9.',
  ],
  ['goals.0.title: This must not be empty.', 'goals.0.title: Dies darf nicht leer sein.'],
  // What is to be sent stays as it is, also where it is a word.
  [
    '"paused" is not known here. Use active or ended.',
    '„paused“ ist hier nicht bekannt. Nehmen Sie active oder ended.',
  ],
  ['This has to be "active" or "ended", not 3.', 'Dies muss „active“ oder „ended“ sein, nicht 3.'],
  [
    'The plan does not take “a.b” now; nothing was changed. It takes nothing.',
    'Der Plan nimmt „a.b“ jetzt nicht an; nichts wurde geändert. Er nimmt nichts an.',
  ],
  ['There is no name "x" here. Use given.', 'Den Namen „x“ gibt es hier nicht. Nehmen Sie given.'],
  [
    'The plan does not take a.b here. It takes ended, given.',
    'Der Plan nimmt a.b hier nicht an. Er nimmt ended, given an.',
  ],
  [
    'The plan does not take “a.b” now; nothing was changed. It takes: ended.',
    'Der Plan nimmt „a.b“ jetzt nicht an; nichts wurde geändert. Er nimmt an: ended.',
  ],
  [
    'There is no such component, or you may not see it.',
    'Einheit: nicht vorhanden oder für Sie nicht sichtbar.',
  ],
  ['Somebody wrote this.', null],
])('%s', (english, german) => {
  expect(retelling(english)).toBe(german);
});
