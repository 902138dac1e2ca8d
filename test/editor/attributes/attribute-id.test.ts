import { expect, test } from 'vitest';
import { idFrom, valuesFrom } from '../../../editor/attributes/attribute-id.ts';

test('an attribute is called by its name without marks and spaces', () => {
  expect(['Gender', ' Altersgruppe (Jahre) ', 'Zugehörigkeit', '!'].map(idFrom)).toEqual([
    'gender',
    'altersgruppe-jahre',
    'zugehorigkeit',
    '',
  ]);
});

test('values are told with commas, semicolons or lines between them, each once', () => {
  expect(valuesFrom('under 30, 30 to 49; 50 and over\nunder 30, ')).toEqual([
    'under 30',
    '30 to 49',
    '50 and over',
  ]);
});
