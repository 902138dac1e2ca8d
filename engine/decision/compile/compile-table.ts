// Decision tables to closures (DMN 8): which rules match, and what the hit policy makes of them.
import type { FeelProgram } from '../../expression/compile-feel.ts';
import { makeContext } from '../../expression/value/context.ts';
import type { Feel } from '../../expression/value/feel.ts';
import type { DecisionTable, TableRule } from '../../model/decision.ts';
import { report } from '../report.ts';
import {
  type Evaluate,
  evaluateProgram,
  type Frame,
  nothing,
  type Result,
  runProgram,
} from '../run/frame.ts';
import { combine, type Hit } from '../run/hit-policy.ts';
import { conform, conformOrNull } from '../types/conform.ts';
import { compileText, type LogicContext } from './compiling.ts';
import { compileInput, compileOutput, type Input, type Output } from './table-columns.ts';

interface Rule {
  row: number;
  /** Null is any value. */
  tests: readonly (FeelProgram | null)[];
  outputs: readonly Evaluate[];
}

export const isAny = (cell: string): boolean => /^\s*-?\s*$/.test(cell);

function compileTest(cell: string, input: Input | undefined, at: LogicContext): FeelProgram | null {
  if (isAny(cell)) return null;
  const text = { text: cell, pointer: at.pointer };
  return compileText(at.compiling, text, 'unary-tests', at.locals, input?.known) ?? never;
}

function compileCell(cell: string, { compiling, locals, pointer }: LogicContext): Evaluate {
  if (isAny(cell)) return nothing;
  return evaluateProgram(compileText(compiling, { text: cell, pointer }, 'expression', locals));
}

function compileRule(rule: TableRule, row: number, inputs: readonly Input[], at: LogicContext): Rule {
  const place = (path: string): LogicContext => ({ ...at, pointer: `${at.pointer}/${path}` });
  return {
    row,
    tests: rule.when.map((cell, index) => compileTest(cell, inputs[index], place(`when/${index}`))),
    outputs: rule.give.map((cell, index) => compileCell(cell, place(`give/${index}`))),
  };
}

/** A test that could not be read matches nothing. */
const never: FeelProgram = { names: [], evaluate: () => ({ value: false, warnings: [] }) };

function checkShape(table: DecisionTable, at: LogicContext): void {
  const { inputs, outputs, rules } = table;
  const say = (path: string, message: string) =>
    report(at.compiling, 'DEC-04', `${at.pointer}/${path}`, message);
  for (const [index, { when, give }] of rules.entries()) {
    if (when.length !== inputs.length)
      say(`rules/${index}/when`, `Rule ${index + 1} has ${when.length} tests for ${inputs.length} inputs.`);
    if (give.length !== outputs.length)
      say(
        `rules/${index}/give`,
        `Rule ${index + 1} has ${give.length} values for ${outputs.length} outputs.`,
      );
  }
  const names = outputs.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    if (outputs.length > 1 && name === undefined)
      say(`outputs/${index}`, 'A table with several outputs needs a name for each.');
    else if (name !== undefined && names.indexOf(name) !== index)
      say(`outputs/${index}/name`, `Two outputs are called "${name}".`);
  }
}

function checkRanking({ hit, outputs }: Compiled, at: LogicContext): void {
  if ((hit !== 'P' && hit !== 'O') || outputs.some(({ ranking }) => ranking.length > 0)) return;
  const message =
    'For priority and output order an output needs allowed values: their order is the ranking. Without them the order of the rules decides.';
  report(at.compiling, 'DEC-04', `${at.pointer}/outputs`, message, 'warning');
}

interface Compiled {
  hit: NonNullable<DecisionTable['hit']>;
  inputs: readonly Input[];
  outputs: readonly Output[];
  rules: readonly Rule[];
}

function matches(rule: Rule, inputs: readonly Feel[], frame: Frame): boolean {
  return rule.tests.every(
    (test, index) => test === null || runProgram(test, frame, inputs[index] ?? null) === true,
  );
}

function together(outputs: readonly Output[], values: readonly Feel[]): Feel {
  const [only] = values;
  if (outputs.length === 1) return only ?? null;
  return makeContext(outputs.map(({ name }, index) => [name, values[index] ?? null]));
}

const rankOf = ({ ranking }: Output, value: Feel, frame: Frame): number => {
  const place = ranking.findIndex((test) => runProgram(test, frame, value) === true);
  return place < 0 ? ranking.length : place;
};

function take(rule: Rule, { outputs }: Compiled, frame: Frame): Hit {
  const values = outputs.map(({ name, type }, index) => {
    const value = (rule.outputs[index] ?? nothing)(frame);
    return conformOrNull(value, type, frame, `What rule ${rule.row + 1} gives${name ? ` as ${name}` : ''}`);
  });
  return {
    row: rule.row,
    value: together(outputs, values),
    rank: outputs.map((output, index) => rankOf(output, values[index] ?? null, frame)),
  };
}

function hitsOf(compiled: Compiled, inputs: readonly Feel[], frame: Frame): Hit[] {
  const hits: Hit[] = [];
  for (const rule of compiled.rules) {
    if (!matches(rule, inputs, frame)) continue;
    hits.push(take(rule, compiled, frame));
    if (compiled.hit === 'F') break;
  }
  return hits;
}

/** Null unless an output has one. */
function standardOf({ outputs }: Compiled, frame: Frame): Feel {
  if (outputs.every(({ standard }) => standard === null)) return null;
  const values = outputs.map(({ standard, type, name }) =>
    conformOrNull((standard ?? nothing)(frame), type, frame, `The default${name ? ` of ${name}` : ''}`),
  );
  return together(outputs, values);
}

function run(compiled: Compiled, frame: Frame): Result {
  const inputs: Result['inputs'] = [];
  let allowed = true;
  for (const { label, type, evaluate } of compiled.inputs) {
    const given = evaluate(frame);
    const value = conform(given, type, frame);
    if (value === undefined) {
      const limits = type.allowed.length > 0;
      const consequence = limits ? ' or its allowed values, so no rule is asked.' : '.';
      frame.run.report(`${label} does not fit ${type.name}${consequence}`);
      allowed &&= !limits;
    }
    inputs.push({ label, value: value ?? given });
  }
  if (!allowed) return { value: null, inputs, rows: [] };
  const hits = hitsOf(
    compiled,
    inputs.map(({ value }) => value),
    frame,
  );
  const rows = hits.map(({ row }) => row);
  if (hits.length === 0) return { value: standardOf(compiled, frame), inputs, rows };
  const combined = combine(
    compiled.hit,
    hits,
    compiled.outputs.map(({ name }) => name),
  );
  if (combined.kind === 'value') return { value: combined.value, inputs, rows };
  frame.run.report(combined.message);
  return { value: null, inputs, rows };
}

export function compileTable(table: DecisionTable, at: LogicContext): (frame: Frame) => Result {
  checkShape(table, at);
  const place = (path: string): LogicContext => ({ ...at, pointer: `${at.pointer}/${path}` });
  const inputs = table.inputs.map((input, index) => compileInput(input, place(`inputs/${index}`)));
  const compiled: Compiled = {
    hit: table.hit ?? 'U',
    inputs,
    outputs: table.outputs.map((output, index) => compileOutput(output, place(`outputs/${index}`))),
    rules: table.rules.map((rule, index) => compileRule(rule, index, inputs, place(`rules/${index}`))),
  };
  checkRanking(compiled, at);
  at.compiling.tables.push({
    table,
    pointer: at.pointer,
    inputs: inputs.map(({ proof }) => proof),
    outputs: compiled.outputs.map(({ type }) => type),
  });
  return (frame) => run(compiled, frame);
}
