import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { errorsOf, errorsWithin, withValue } from '../../../editor/rehearse/answers/answer.ts';
import { answerFields } from '../../../editor/rehearse/answers/answer-fields.ts';
import type { AnswerField } from '../../../editor/rehearse/answers/answer-parts.ts';
import { knownOf } from '../../../editor/rehearse/answers/known.ts';
import { formOf } from '../../../editor/rehearse/scenarios/edit-scenario.ts';
import { type BuiltInForm, builtInForms, formSchemas } from '../../../engine/index.ts';
import { newGoalEntrySchema, newMeasureEntrySchema } from '../../../engine/model/forms.ts';
import { readCycle } from '../../support/sample-cycles.ts';

interface Node {
  properties?: Record<string, Node>;
  required?: string[];
  enum?: string[];
  items?: Node;
  anyOf?: Node[];
}

const toNode = (schema: z.ZodType): Node =>
  JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));

/** What is there already may be given in part; a rehearsal begins with new things, which have to be whole. */
const whenNew: Record<string, z.ZodType> = { goals: newGoalEntrySchema, measures: newMeasureEntrySchema };

function schemaOf(form: BuiltInForm): Node {
  const schema = toNode(formSchemas[form]);
  const whole = whenNew[form];
  const entry = schema.properties?.[form]?.items;
  if (whole && entry) entry.required = toNode(whole).required ?? [];
  return schema;
}

/** What the form asks for: keys, which may be left out, and what is chosen among. */
function asked(node: Node): unknown {
  return (
    Object.entries(node.properties ?? {})
      // In a rehearsal nobody else changes what was read.
      .filter(([key]) => key !== 'version')
      .map(([key, inner]) => ({
        key,
        optional: !(node.required ?? []).includes(key),
        choices: inner.enum ?? inner.anyOf?.find((each) => each.enum)?.enum ?? [],
        of: key !== 'alignments' && inner.items?.properties ? asked(inner.items) : [],
      }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  );
}

const outcomes = ['below', 'meets', 'exceeds'];
function offered(fields: readonly AnswerField[]): unknown {
  return fields
    .map((field) => ({
      key: field.key,
      optional: field.optional ?? false,
      choices:
        field.kind === 'outcome'
          ? outcomes
          : field.kind === 'choice'
            ? field.options.map(({ value }) => value)
            : [],
      of: field.kind === 'list' ? offered(field.of) : [],
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const inOrder = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'choices' ? [...each].sort() : each)));

describe('the fields of an answer', () => {
  test.each(builtInForms)('of the form %s are those that the engine checks', (form) => {
    expect(inOrder(offered(answerFields[form]))).toEqual(inOrder(asked(schemaOf(form))));
  });
  test('are found by the task that they complete', () => {
    const cycle = readCycle('organisation-loop.cycle.json');
    expect(formOf(cycle, 'appraise')).toBe('appraisal');
    expect(formOf(cycle, 'nothing-such')).toBeNull();
    expect(formOf(cycle, undefined)).toBeNull();
  });
});

describe('an answer', () => {
  test('says at each field what does not fit', () => {
    const errors = errorsOf('appraisal', { goals: [{ goalId: 'g1', results: 'meets' }], summary: 'Well.' });
    expect(Object.keys(errors).toSorted()).toEqual(['goals.0.evidence', 'goals.0.methods', 'methods']);
    expect(Object.keys(errorsWithin(errors, 'goals'))).toEqual(expect.arrayContaining(['0.evidence']));
    expect(Object.keys(errorsWithin(errors, 'methods'))).toEqual(['']);
    expect(errorsOf('plan-agreement', { decision: 'agreed' })).toEqual({});
  });
  test('keeps what the form does not ask for, and the order of what it has', () => {
    expect(Object.entries(withValue({ a: 1, b: 2 }, 'a', 3))).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(withValue({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
  });
  test('may name a goal that the scenario does not give', () => {
    const known = knownOf({ goals: [{ id: 'g1', title: 'Fewer waits' }, { id: 'g2' }] });
    expect(known.goal('g9').map(({ label }) => label)).toEqual(['Fewer waits', 'g2', 'g9']);
    expect(known.measure('')).toEqual([]);
  });
});
