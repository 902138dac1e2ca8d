import { describe, expect, test } from 'vitest';
import { checkCycle, checkResult, formFault, type JsonObject } from '../../../engine/index.ts';

const text = (pattern: string): JsonObject => ({
  type: 'object',
  properties: { code: { type: 'string', pattern } },
});

describe('a result', () => {
  test('fits the built-in form that it fills in', () => {
    expect(checkResult('plan-agreement', { decision: 'agreed' })).toEqual({ kind: 'fits' });
  });

  test('that does not fit says where', () => {
    const checked = checkResult('goals', { goals: [{ title: '', dimension: 'speed', priority: 1 }] });
    expect(checked.kind === 'misfits' && checked.issues.map((issue) => issue.path)).toEqual([
      ['goals', 0, 'title'],
      ['goals', 0, 'dimension'],
    ]);
  });

  test('is held to the patterns of a JSON Schema, at any depth', () => {
    const form = {
      type: 'object',
      properties: { list: { type: 'array', items: { allOf: [text('^[A-Z]{2}\\d$')] } } },
    };
    expect(checkResult(form, { list: [{ code: 'AB1' }] })).toEqual({ kind: 'fits' });
    expect(checkResult(form, { list: [{ code: 'AB1' }, { code: 'ab1' }] })).toEqual({
      kind: 'misfits',
      issues: [{ path: ['list', 1, 'code'], message: 'This does not match the pattern ^[A-Z]{2}\\d$.' }],
    });
  });

  test('is judged in linear time by a pattern that backtracking would never finish', () => {
    expect(checkResult(text('^(a+)+$'), { code: `${'a'.repeat(5000)}!` }).kind).toBe('misfits');
  });
});

describe('a form that nobody could fill in', () => {
  test.each([
    [text('(?=a)b'), 'The pattern "(?=a)b" cannot be used'],
    [text('('), 'The pattern "(" cannot be used'],
    [{ anyOf: [text('a')] }, 'A pattern may stand in properties, items and allOf only'],
    [{ type: 'object', patternProperties: { a: {} } }, 'patternProperties are not supported'],
    [{ type: 'nonsense' }, 'nonsense'],
    [{ $ref: '#/$defs/lost' }, '$defs/lost'],
  ])('is named: %j', (form, words) => {
    expect(formFault(form)).toContain(words);
    expect(checkResult(form, {}).kind).toBe('unusable');
  });

  test('is an error of its cycle, with its place', () => {
    const task = { title: 'Judge', assignee: 'owner', form: text('(') };
    const problems = checkCycle({
      schema: 'cycle/1',
      id: 'c',
      name: 'C',
      initial: 'a',
      stages: {
        a: { tasks: { judge: task }, on: { 'task.judge.completed': [{ to: 'b' }] } },
        b: { type: 'final' },
      },
    });
    expect(problems.filter((problem) => problem.code === 'DOC-form')).toMatchObject([
      { severity: 'error', pointer: '/stages/a/tasks/judge/form', stage: 'a' },
    ]);
  });

  test('is not one that has a property called pattern', () => {
    expect(formFault({ type: 'object', properties: { pattern: { type: 'string' } } })).toBe(null);
  });
});
