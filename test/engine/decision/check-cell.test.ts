import { describe, expect, test } from 'vitest';
import { type Cycle, checkCell, checkCycle, typesOfDecisions } from '../../../engine/index.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const sample = readCycle('organisation-loop.cycle.json');
const input = { decision: 'consequence', list: 'when', index: 1 } as const;
const output = { decision: 'consequence', list: 'give', index: 0 } as const;
const said = (cell: Parameters<typeof checkCell>[1], text: string) =>
  checkCell(sample, cell, text).map(({ code, message }) => `${code} ${message}`);

describe('a cell while it is typed', () => {
  test('is right when it is empty, a test of its column, or an expression that gives what is allowed', () => {
    for (const text of ['', '-', '"below"', 'not("below")', '"meets", "exceeds"'])
      expect(said(input, text)).toEqual([]);
    for (const text of ['', '"reward"', 'if round > 1 then "reward" else "intervene"'])
      expect(said(output, text)).toEqual([]);
  });
  test('is told what the check would say of it there', () => {
    for (const [cell, text] of [
      [input, '> 12'],
      [input, '"below'],
      [input, 'outcom'],
      [output, '"nothing"'],
      [output, 'lost + 1'],
    ] as const) {
      const { logic } = sample.decisions?.consequence ?? {};
      if (logic?.kind !== 'table') throw new Error('The sample has no table.');
      const rules = logic.rules.with(2, {
        ...(logic.rules[2] ?? { when: [], give: [] }),
        ...(cell.list === 'when' ? { when: ['"exceeds"', text] } : { give: [text] }),
      });
      const changed: Cycle = {
        ...sample,
        decisions: { consequence: { ...sample.decisions?.consequence, logic: { ...logic, rules } } },
      };
      const place = `/decisions/consequence/logic/rules/2/${cell.list}/${cell.index}`;
      const checked = checkCycle(changed).filter(({ pointer }) => pointer === place);
      expect(checked.length).toBeGreaterThan(0);
      expect(said(cell, text)).toEqual(checked.map(({ code, message }) => `${code} ${message}`));
    }
  });
  test('of no table has nothing wrong', () => {
    expect(checkCell(sample, { ...input, decision: 'lost' }, '> 12')).toEqual([]);
  });
});

test('what decisions give does not hang on the rules of their tables', () => {
  expect(typesOfDecisions(sample)).toEqual({ consequence: { kind: 'string' } });
});
