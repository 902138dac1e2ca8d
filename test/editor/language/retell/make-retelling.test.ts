import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRetelling } from '../../../../editor/language/retell/make-retelling.ts';
import { findIn, readTemplate } from '../../../../editor/language/retell/template.ts';

const retelling = (sentences: Record<string, string>) =>
  makeRetelling({
    sentences,
    quotes: ['„', '“'],
    joints: { ' and ': ' und ', ' or ': ' oder ' },
    decimalSign: ',',
    groupSign: '.',
  });

test('a sentence is found by what stands around its holes', () => {
  const retell = retelling({ 'There is no task "{task}" here.': 'Die Aufgabe „{task}“ gibt es hier nicht.' });
  expect(retell('There is no task "agree" here.')).toBe('Die Aufgabe „agree“ gibt es hier nicht.');
  expect(retell('There is no stage "agree" here.')).toBeNull();
});

test('names stay as they were written, with the quotes of the language', () => {
  const retell = retelling({ '{name} is lost.': '{name} ist verloren.' });
  expect(retell('"Plan and rest" is lost.')).toBe('„Plan and rest“ ist verloren.');
  expect(retell('“Plan” is lost.')).toBe('„Plan“ ist verloren.');
});

test('a number has the decimal sign of the language, and what only looks like one has not', () => {
  const retell = retelling({
    'The score is {score}, of {values}.': 'Die Punktzahl ist {score}, aus {values, list}.',
    'It gives {json} there.': 'Es ergibt dort {json, code}.',
    'a part': 'ein Teil',
  });
  expect(retell('The score is -82.5, of a part, 1.25 and 33.3 %.')).toBe(
    'Die Punktzahl ist -82,5, aus ein Teil, 1,25 und 33,3 %.',
  );
  expect(retell('The score is 1.2.3, of "1.5" and 2.0 Growth.')).toBe(
    'Die Punktzahl ist 1.2.3, aus „1.5“ und 2.0 Growth.',
  );
  expect(retell('It gives 0.5 there.')).toBe('Es ergibt dort 0.5.');
});

test('a large number is grouped as the language does', () => {
  const retell = retelling({
    '{count} plans go on, of {all, list}.': '{count} Pläne laufen weiter, von {all, list}.',
  });
  expect(retell('1,204 plans go on, of 12,345.5 and 3,000.')).toBe(
    '1.204 Pläne laufen weiter, von 12.345,5 und 3.000.',
  );
});

test('code keeps its own quotes', () => {
  const retell = retelling({ 'It gives {json} there.': 'Es ergibt dort {json, code}.' });
  expect(retell('It gives "soon" there.')).toBe('Es ergibt dort "soon".');
});

test('a part that is said is retold itself, and a part that is not there leaves nothing', () => {
  const retell = retelling({
    'There is no name "{name}".{hint}': 'Den Namen „{name}“ gibt es nicht.{hint, said}',
    'Did you mean "{meant}"?': 'Meinten Sie „{meant}“?',
  });
  expect(retell('There is no name "a". Did you mean "b"?')).toBe(
    'Den Namen „a“ gibt es nicht. Meinten Sie „b“?',
  );
  expect(retell('There is no name "a".')).toBe('Den Namen „a“ gibt es nicht.');
});

test('the members of a list are retold, and what stands between them', () => {
  const retell = retelling({
    'It takes {kinds} here.': 'Es nimmt hier {kinds, list}.',
    'a number': 'eine Zahl',
    'a list': 'eine Liste',
  });
  expect(retell('It takes a number, a list or "this or that" here.')).toBe(
    'Es nimmt hier eine Zahl, eine Liste oder „this or that“.',
  );
});

test('sentences one after the other are retold each, and what is not known stays', () => {
  const retell = retelling({
    'Nothing was changed.': 'Nichts wurde geändert.',
    'It is late.': 'Es ist spät.',
  });
  expect(retell('It is late. Nothing was changed.')).toBe('Es ist spät. Nichts wurde geändert.');
  expect(retell('Oh. Nothing was changed.')).toBe('Oh. Nichts wurde geändert.');
  expect(retell('Nothing was changed. Oh.')).toBe('Nichts wurde geändert. Oh.');
  expect(retell('Oh.')).toBeNull();
});

test('a name holds no second sentence', () => {
  const retell = retelling({ 'Use {name}': '{name} nehmen' });
  expect(retell('Use role:hr')).toBe('role:hr nehmen');
  expect(retell('Use it. Or leave it be.')).toBeNull();
});

test('a long template that fits by chance gives way to one whose parts are known', () => {
  const retell = retelling({
    '{who} cannot ever be added to {what}.': '{who, said} ist nicht addierbar zu {what, said}.',
    'A task is open and {why}.': 'Eine Aufgabe ist offen, und {why, said}.',
    'cannot ever be added to it': 'lässt sich nie hinzufügen',
  });
  expect(retell('A task is open and cannot ever be added to it.')).toBe(
    'Eine Aufgabe ist offen, und lässt sich nie hinzufügen.',
  );
});

test('a part begins a sentence in upper case where it did in English', () => {
  const retell = retelling({
    '{what} has no negative.': '{what, said} hat kein Gegenteil.',
    'a list': 'eine Liste',
  });
  expect(retell('A list has no negative.')).toBe('Eine Liste hat kein Gegenteil.');
});

test('a place before a sentence stays', () => {
  const retell = retelling({ 'This is missing.': 'Dies fehlt.' });
  expect(retell('goals.0.title: This is missing.')).toBe('goals.0.title: Dies fehlt.');
});

test('of two holes side by side the first has it all', () => {
  expect(findIn('a task b now.', readTemplate('a {name}{rest} now.'))).toEqual(['task b', '']);
});

test('what was put into the holes is found there again', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const between = fc.array(fc.stringMatching(/^[A-Z]{1,4} $/), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(between, fc.infiniteStream(word), (texts, words) => {
      const held = texts.slice(1).map(() => words.next().value ?? '');
      const sentence = texts.map((text, at) => text + (held[at] ?? '')).join('');
      const template = {
        between: texts,
        holes: held.map((_, at) => ({ name: `h${at}`, as: 'name' as const })),
      };
      expect(findIn(sentence, template)).toEqual(held);
    }),
  );
});

test('whatever is said, it is retold or left, however many ways there are to take it apart', () => {
  const retell = retelling({
    '{a} and {b} and {c} and {d}.': '{d, said}{c, said}{b, said}{a, said}.',
    '{a}, so {b}': '{a, said} – {b, said}',
  });
  const words = fc.array(fc.constantFrom('and', 'so', ',', '. ', 'It', 'a ', '; '), { maxLength: 60 });
  fc.assert(
    fc.property(words, (parts) => {
      const told = retell(parts.join(' '));
      expect(told === null || typeof told === 'string').toBe(true);
    }),
  );
});
