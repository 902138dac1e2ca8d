import { expect, test } from 'vitest';
import type { TaskDetail } from '../../../editor/app/api/wire.ts';
import { givenLines } from '../../../editor/inbox/page/given-lines.ts';

const given = (form: TaskDetail['form'], result: TaskDetail['result']) =>
  givenLines({ form, result } as TaskDetail, [{ id: 'g1', title: 'Permits' } as never]);

test('a self-appraisal is read by its goals and as a whole', () => {
  const result = { results: 'meets', methods: 'exceeds', goals: [{ goalId: 'g1', text: 'Went well' }] };
  expect(given('self-appraisal', result)).toEqual([
    { label: 'Results', outcome: 'meets' },
    { label: 'Methods', outcome: 'exceeds' },
    { label: 'Permits', words: 'Went well' },
  ]);
});

test('a form of the cycle’s own is read field by field, without those left empty', () => {
  const form = { type: 'object', properties: { wentWell: { type: 'string' }, again: { type: 'boolean' } } };
  expect(given(form, { again: false })).toEqual([{ label: 'Again', words: 'No' }]);
});

test('what changes something at once, and what is not the reader’s to see, has no lines', () => {
  expect(given('goals', { goals: [] })).toEqual([]);
  expect(given('feedback', null)).toEqual([]);
});
