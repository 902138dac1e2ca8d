import { expect, test } from 'vitest';
import { selectionAt } from '../../../editor/canvas/chrome/selection-at.ts';
import { presetsFor } from '../../../editor/canvas/chrome/stage-presets.ts';
import { shortcutFor, shortcuts } from '../../../editor/canvas/shortcuts.ts';
import { completionsFor, knownIn } from '../../../editor/panels/feel-completions.ts';
import { smallCycle } from '../document/fixture.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => shortcutFor({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

test('each shortcut is found by its keys', () => {
  expect(press('a')).toBe('append');
  expect(press('a', { ctrlKey: true })).toBe('all');
  expect(press('f', { metaKey: true })).toBe('search');
  expect(press('f')).toBe('fold');
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(press('L', { shiftKey: true })).toBe('tidy');
  expect(press('?', { shiftKey: true })).toBe('help');
  expect(press('ArrowUp', { shiftKey: true })).toBe('nudge-up');
  expect(press('Backspace')).toBe('remove');
});

test('keys that are not in the table do nothing', () => {
  expect(press('q', { ctrlKey: true })).toBeNull();
  expect(press('c', { ctrlKey: true })).toBeNull();
  expect(press('l')).toBeNull();
  expect(press('1', { altKey: true })).toBeNull();
});

test('no two shortcuts have the same keys', () => {
  expect(new Set(shortcuts.map(({ keys }) => keys)).size).toBe(shortcuts.length);
});

test('a few letters find a kind, and anything else names a stage', () => {
  expect(presetsFor('app').map(({ key }) => key)).toEqual(['appraise', 'named']);
  expect(presetsFor('Reward').map(({ key }) => key)).toEqual(['reward']);
  expect(presetsFor('Self review')).toEqual([
    { key: 'named', label: 'Stage “Self review”', name: 'Self review', kind: null, stageType: 'atomic' },
  ]);
});

test('a pointer selects the transition, the innermost stage, or the cycle', () => {
  expect(selectionAt(smallCycle, '/stages/observe/stages/watch/after/0/delay')).toEqual({
    kind: 'transition',
    at: { stage: 'watch', list: { kind: 'after' }, index: 0 },
  });
  expect(selectionAt(smallCycle, '/stages/observe/stages/look/name')).toEqual({
    kind: 'stages',
    ids: ['look'],
  });
  expect(selectionAt(smallCycle, '/variables/maxRounds')).toEqual({ kind: 'none' });
});

test('names, fields and variables are offered where they can stand', () => {
  const known = knownIn({
    variables: { maxRounds: 4 },
    decisions: { 'next act': { type: 'string', logic: { kind: 'expression', text: '"reward"' } } },
  });
  const offered = (text: string) => completionsFor(text, text.length, known).map((each) => each.text);
  expect(offered('round < maxR')).toEqual(['round < maxRounds']);
  expect(offered('component.man')).toEqual(['component.managerId']);
  expect(offered('cou')).toEqual(['count(']);
  expect(offered('result.decision = "ro')).toEqual([]);
  expect(offered('1 + ')).toEqual([]);
  expect(offered('goals[1].measures.wei')).toEqual(['goals[1].measures.weight']);
  expect(offered('ne')).toEqual(['next act']);
  expect(completionsFor('substr', 6, known)[0]).toMatchObject({
    label: 'substring(string, start position, length?)',
    gives: 'text',
  });
  expect(completionsFor('sco + 1', 3, known)).toEqual([
    {
      label: 'score',
      gives: 'a number',
      about: 'The score of the last appraisal, 0 to 120; null when not scored.',
      text: 'score + 1',
      caret: 5,
    },
  ]);
});
