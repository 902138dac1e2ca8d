import { describe, expect, test } from 'vitest';
import {
  addField,
  type FieldKind,
  fieldKinds,
  fieldsIn,
  keyFrom,
  moveField,
  removeField,
  renameField,
  setField,
} from '../../../../editor/document/forms/form-fields.ts';
import { fieldsOf } from '../../../../editor/inbox/forms/schema-fields.ts';
import { formFault, type JsonObject } from '../../../../engine/index.ts';

const form: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['score'],
  properties: {
    score: { type: 'number', title: 'Score', minimum: 0 },
    why: { type: 'string', description: 'In a sentence', pattern: '^[A-Z]' },
    parts: { type: 'array' },
  },
};
const keys = (of: JsonObject) => fieldsIn(of).map(({ key }) => key);

describe('a form as fields', () => {
  test('is read in its order, and what is none of the kinds is told apart', () => {
    expect(fieldsIn(form).map(({ key, kind, required }) => [key, kind, required])).toEqual([
      ['score', 'number', true],
      ['why', 'long-text', false],
      ['parts', null, false],
    ]);
  });
  test('keeps what it does not know when a field changes', () => {
    const next = setField(form, 'why', { title: 'Why', required: true });
    expect(next).toEqual({
      ...form,
      required: ['score', 'why'],
      properties: {
        ...(form.properties as JsonObject),
        why: { type: 'string', description: 'In a sentence', pattern: '^[A-Z]', title: 'Why' },
      },
    });
  });
  test('loses with a kind what belonged to it, and nothing else', () => {
    const next = setField(form, 'why', { kind: 'date' });
    expect(next.properties).toMatchObject({
      why: { type: 'string', format: 'date', description: 'In a sentence' },
    });
    expect(JSON.stringify(next)).not.toContain('pattern');
  });
  test.each(fieldKinds)('of the kind %s is shown as that by the inbox, and can be completed', (kind) => {
    const shown: Record<FieldKind, string> = {
      text: 'text',
      'long-text': 'long-text',
      number: 'number',
      whole: 'number',
      boolean: 'boolean',
      choice: 'choice',
      date: 'date',
    };
    const made = addField({ type: 'object', properties: {} }, kind, 'A field');
    expect(fieldsIn(made)).toMatchObject([{ key: 'aField', title: 'A field', kind }]);
    expect(fieldsOf(made).map((field) => field.kind)).toEqual([shown[kind]]);
    expect(formFault(made)).toBeNull();
  });
  test('is moved, renamed and taken apart, with what has to be answered', () => {
    expect(keys(moveField(form, 'why', -1))).toEqual(['why', 'score', 'parts']);
    expect(moveField(form, 'score', -1)).toBe(form);
    expect(renameField(form, 'score', 'points')).toMatchObject({ required: ['points'] });
    expect(renameField(form, 'score', 'why')).toBeNull();
    expect(renameField(form, 'score', 'two words')).toBeNull();
    expect(removeField(form, 'score')).not.toHaveProperty('required');
  });
  test('gives new fields keys that expressions can say', () => {
    expect(keyFrom('What happened?', [])).toBe('whatHappened');
    expect(keyFrom('Résumé', ['resume'])).toBe('resume2');
    expect(keyFrom('42', [])).toBe('field');
  });
});
