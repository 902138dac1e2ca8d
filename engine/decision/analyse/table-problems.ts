// The findings of a table's analysis as problems: which rows, and the values that show it.
import type { DecisionTable, HitPolicy } from '../../model/decision.ts';
import { type Json, unreachable } from '../../model/json.ts';
import type { Fix, Problem, Severity } from '../../model/problem.ts';
import type { PlacedTable } from '../compile/compiling.ts';
import { analyseTable, type TableFinding } from './analyse-table.ts';
import { cellFaults } from './cell-faults.ts';
import type { Example } from './search.ts';

interface Telling {
  table: DecisionTable;
  pointer: string;
  labels: readonly string[];
}

function problem(code: string, severity: Severity, pointer: string, message: string): Problem {
  return { code, severity, pointer, stage: null, message };
}

const whenText = ({ labels }: Telling, example: Example): string =>
  example.length === 0
    ? 'ever'
    : `when ${labels.map((label, index) => `${label} is ${example[index]}`).join(' and ')}`;

/** Dates, times and durations stay text. */
function jsonOf(value: string): Json {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const counterexample = ({ labels }: Telling, example: Example): Record<string, Json> =>
  Object.fromEntries(labels.map((label, index) => [label, jsonOf(example[index] ?? '')]));

const hasDefault = ({ outputs }: DecisionTable): boolean =>
  outputs.some((output) => output.default !== undefined);

function gap(telling: Telling, example: Example): Problem[] {
  const { table, pointer } = telling;
  if (hasDefault(table)) return [];
  const message = `No rule matches ${whenText(telling, example)}, so the table gives nothing there. Add a rule, or a default for its outputs.`;
  const found = problem('DEC-05', 'warning', `${pointer}/rules`, message);
  return [{ ...found, counterexample: counterexample(telling, example) }];
}

type Overlap = Extract<TableFinding, { kind: 'overlap' }>;

function overlapSays(policy: HitPolicy, { differ }: Overlap): [Severity, string] {
  if (policy === 'U') return ['error', 'Only one may: then the table gives nothing. Narrow one of them.'];
  if (policy === 'A') {
    return differ
      ? ['error', 'They do not give the same: then the table gives nothing. Narrow one of them.']
      : ['warning', 'Whether they give the same depends on the values. Make sure, or narrow one of them.'];
  }
  return ['info', policy === 'F' ? 'The first is taken.' : 'The one with the higher priority is taken.'];
}

function overlap(telling: Telling, finding: Overlap): Problem[] {
  const [first, second] = finding.rules;
  const [severity, consequence] = overlapSays(telling.table.hit ?? 'U', finding);
  const message = `The rules ${first + 1} and ${second + 1} both match ${whenText(telling, finding.example)}. ${consequence}`;
  const found = problem('DEC-06', severity, `${telling.pointer}/rules/${second}`, message);
  const other = { pointer: `${telling.pointer}/rules/${first}`, stage: null, note: 'The other rule.' };
  return [{ ...found, related: [other], counterexample: counterexample(telling, finding.example) }];
}

type NotProved = Extract<TableFinding, { kind: 'not-proved' }>;

function notProved({ pointer, table }: Telling, { what, cells }: NotProved): Problem[] {
  if (what === 'complete' && hasDefault(table)) return [];
  const [cell] = cells;
  const claim = what === 'complete' ? 'a rule matches always' : 'at most one rule matches';
  const why = cell
    ? `the test of rule ${cell[0] + 1} is known only when it runs`
    : 'the table is too large, or its allowed values are known only when it runs';
  const at = cell ? `${pointer}/rules/${cell[0]}/when/${cell[1]}` : `${pointer}/rules`;
  return [problem('DEC-08', 'info', at, `It is not proved that ${claim}: ${why}.`)];
}

function idle(pointer: string, message: string): Problem[] {
  const fixes: Fix[] = [{ title: 'Remove the rule', commands: [{ op: 'remove', path: pointer }] }];
  return [{ ...problem('DEC-07', 'warning', pointer, message), fixes }];
}

function tell(telling: Telling, finding: TableFinding): Problem[] {
  const at = (rule: number): string => `${telling.pointer}/rules/${rule}`;
  switch (finding.kind) {
    case 'gap':
      return gap(telling, finding.example);
    case 'overlap':
      return overlap(telling, finding);
    case 'masked': {
      const message = `Rule ${finding.rule + 1} is never taken: others match wherever it does and come before it. Move it up or remove it.`;
      return idle(at(finding.rule), message);
    }
    case 'never': {
      const message = `Rule ${finding.rule + 1} matches no value that the inputs may have. Change it or remove it.`;
      return idle(at(finding.rule), message);
    }
    case 'not-proved':
      return notProved(telling, finding);
    default:
      return unreachable(finding);
  }
}

/** Of a table whose rules have as many cells as it has columns; the others have been reported on. */
const isRegular = ({ inputs, outputs, rules }: DecisionTable): boolean =>
  rules.every(({ when, give }) => when.length === inputs.length && give.length === outputs.length);

export function tableProblems(placed: PlacedTable): Problem[] {
  const { table, pointer } = placed;
  if (!isRegular(table)) return [];
  const faults = cellFaults(placed);
  const { labels, findings } = analyseTable(table, placed);
  const told = findings.flatMap((finding) => tell({ table, pointer, labels }, finding));
  // A cell of another kind never matches: what follows from it would only repeat that.
  const wrong = new Set(faults.map((fault) => fault.pointer.split('/when/')[0]));
  return [...faults, ...told.filter(({ code, pointer: at }) => code !== 'DEC-07' || !wrong.has(at))];
}
