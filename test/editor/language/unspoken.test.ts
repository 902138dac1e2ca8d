import { expect, test } from 'vitest';
import { saidIn, toSource } from './read-sources.ts';
import { unspokenIn } from './unspoken.ts';

const wordsIn = (code: string): string[] =>
  unspokenIn(toSource('panels/Some.tsx', code)).map((found) => found.replace(/^\S+ /, ''));

test.each([
  ['text in JSX', 'const a = <p>No plans yet</p>', ['“No plans yet”']],
  ['one word in JSX', 'const a = <p>late</p>', ['“late”']],
  [
    'what labels',
    'const a = <input aria-label="Name of the stage" placeholder="name" />',
    ['“Name of the stage”', '“name”'],
  ],
  ['both ends of a choice', `const a = <b>{is ? 'yes' : \`no \${x}\`}</b>`, ['“yes”', '“no 0”']],
  ['a property that is read', "const a = { label: 'save', id: 'Save it' }", ['“save”']],
  ['a sentence in a constant', "const a = 'The draft is saved.'", ['“The draft is saved.”']],
  [
    'a sentence put together',
    `const a = (n) => \`\${n} of \${m} plans are late\``,
    ['“0 of 0 plans are late”'],
  ],
  ['a word that is a whole label', "const a = ['Inbox']", ['“Inbox”']],
  ['what a value of a sentence says', "t('It is {how}', { how: late ? 'very late' : x })", ['“very late”']],
])('%s is found', (_, code, words) => {
  expect(wordsIn(code)).toEqual(words);
});

test.each([
  ['what is said', "const a = <p title={t('No plans')}>{t('There are {n}', { n })}</p>"],
  [
    'names of classes and colours',
    'const a = <p className="wide card" c="var(--cw-text)" style={{ border: "1px solid red" }} />',
  ],
  [
    'keys of the keyboard and comparisons',
    "if (event.key === 'Escape' || kind === 'Some kind') a['Some key']",
  ],
  ['imports and types', "import { a } from './Some file.ts'; type B = 'One kind' | 'another kind'"],
  ['what only an engineer reads', "throw new Error('This cannot be.')"],
  ['code and keys on the page', 'const a = <p><Code>payload</Code><Kbd>Ctrl K</Kbd></p>'],
  ['numbers and signs', `const a = <p>{score} % · {\`\${a} → \${b}\`}</p>`],
])('%s is left alone', (_, code) => {
  expect(wordsIn(code)).toEqual([]);
});

test('what is said is read with its key, its sense and the names of its values', () => {
  const said = saidIn(
    toSource('inbox/Some.ts', "t('A {b}', { b, 'c': 1 }); tAs('verb', 'Open'); t(some); tx('<b>x</b>', all)"),
  );
  expect(said.map(({ key, values }) => [key, values])).toEqual([
    ['A {b}', ['b', 'c']],
    ['Open (verb)', null],
    [null, null],
    ['<b>x</b>', undefined],
  ]);
});
