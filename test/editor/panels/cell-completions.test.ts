import { describe, expect, test } from 'vitest';
import { cellCompletionsFor, knownIn } from '../../../editor/panels/feel-completions.ts';

const known = knownIn({ variables: { belowBefore: 1 } }, ['grade']);
const choices = ['"below"', '"meets"', '"exceeds"'];
const offered = (text: string, caret = text.length) =>
  cellCompletionsFor(text, caret, known, choices).map(({ label }) => label);
const first = (text: string, caret = text.length) => cellCompletionsFor(text, caret, known, choices)[0];

describe('a cell offers', () => {
  test('all values of its column while it says nothing', () => {
    expect(offered('')).toEqual(choices);
    expect(offered('-')).toEqual(choices);
    expect(first('-')).toMatchObject({ text: '"below"', isWhole: true });
  });
  test('values with their quotes or without, before names', () => {
    expect(offered('bel')).toEqual(['"below"', 'belowBefore']);
    expect(offered('"be')).toEqual(['"below"']);
    expect(offered('"below"')).toEqual([]);
  });
  test('after a comma those that are not yet said, and then there is more to write', () => {
    expect(offered('"below", ')).toEqual(['"meets"', '"exceeds"']);
    const more = first('"below", "m');
    expect(more).toMatchObject({ text: '"below", "meets"', caret: 16 });
    expect(more?.isWhole).toBeUndefined();
    expect(first('not(b')).toMatchObject({ text: 'not("below"', caret: 11 });
  });
  test('a value in place of what is left of one', () => {
    expect(first('"me", "exceeds"', 3)).toMatchObject({ text: '"meets", "exceeds"' });
  });
  test('the parameters of its decision, and functions', () => {
    expect(offered('gra')).toEqual(['grade']);
    expect(offered('coun')).toEqual(['count(list)']);
  });
});
