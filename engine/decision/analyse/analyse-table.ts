// What can be proved of a table before it is ever asked: that a rule answers everywhere, that no two
// rules answer where one may, that each rule is asked at all. Each finding names a row of values.

import { splitTests } from '../../expression/split-tests.ts';
import type { DecisionTable, HitPolicy } from '../../model/decision.ts';
import { areEqual } from '../run/values.ts';
import type { TypeCheck } from '../types/type-check.ts';
import { constantOf } from './column.ts';
import { type Grid, makeGrid } from './grid.ts';
import { allRules, bitOf, type Example, emptyRules, findGap, findMeetings, type Meeting } from './search.ts';

export type TableFinding =
  /** No rule matches these values. */
  | { kind: 'gap'; example: Example }
  /** Both rules match these values; `differ` is null when what they give cannot be told apart. */
  | { kind: 'overlap'; rules: [number, number]; example: Example; differ: boolean | null }
  /** Rules before it, or of higher priority, answer wherever it would. */
  | { kind: 'masked'; rule: number }
  /** It matches no value that the inputs may have. */
  | { kind: 'never'; rule: number }
  | { kind: 'not-proved'; what: 'complete' | 'overlap'; cells: [rule: number, input: number][] };

export interface TableAnalysis {
  findings: TableFinding[];
  /** What the columns are called, for the examples. */
  labels: string[];
  complete: boolean | null;
}

function completeness(grid: Grid): { complete: boolean | null; findings: TableFinding[] } {
  const by = allRules(grid.count);
  const open = findGap(grid, { by, optimistic: true });
  const bounded = grid.columns.every((column) => column.bounded);
  if (open.kind === 'gap' && bounded)
    return { complete: false, findings: [{ kind: 'gap', example: open.example }] };
  const certain = open.kind === 'none' ? findGap(grid, { by, optimistic: false }) : open;
  if (certain.kind === 'none') return { complete: true, findings: [] };
  return { complete: null, findings: [{ kind: 'not-proved', what: 'complete', cells: grid.unknown }] };
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Null when they are written differently and at least one depends on names. */
function giveDifferently(table: DecisionTable, [first, second]: [number, number]): boolean | null {
  const left = table.rules[first]?.give ?? [];
  const right = table.rules[second]?.give ?? [];
  const apart = left.map((cell, index): boolean | null => {
    const other = right[index] ?? '';
    if (squeeze(cell) === squeeze(other)) return false;
    const values = [constantOf(cell), constantOf(other)];
    const [one, two] = values;
    return one === undefined || two === undefined ? null : !areEqual(one, two);
  });
  if (apart.includes(true)) return true;
  return apart.includes(null) ? null : false;
}

/** Findings of one kind; more would hide the others. */
const maxOverlaps = 10;

const wanted = (policy: HitPolicy): boolean =>
  policy === 'U' || policy === 'A' || policy === 'P' || policy === 'F';

function overlaps(table: DecisionTable, grid: Grid): TableFinding[] {
  const policy = table.hit ?? 'U';
  if (!wanted(policy)) return [];
  const found = findMeetings(grid, false)
    .map(({ rules, example }: Meeting) => ({
      kind: 'overlap' as const,
      rules,
      example,
      differ: giveDifferently(table, rules),
    }))
    .filter(({ differ }) => policy === 'U' || differ !== false);
  const strict = policy === 'U' || policy === 'A';
  const doubtful =
    strict &&
    found.length === 0 &&
    findMeetings(grid, true).some(({ rules }) => policy === 'U' || giveDifferently(table, rules) !== false);
  return [
    ...found.slice(0, strict ? maxOverlaps : 1),
    ...(doubtful ? [{ kind: 'not-proved' as const, what: 'overlap' as const, cells: grid.unknown }] : []),
  ];
}

/** Null when an output is not constant, so that its priority is known only when it is asked. */
function ranksOf(table: DecisionTable, allowed: readonly (string | undefined)[]): number[][] | null {
  const orders = allowed.map((text) =>
    text === undefined ? [] : splitTests(text).map((test) => constantOf(test)),
  );
  const ranks: number[][] = [];
  for (const { give } of table.rules) {
    const values = give.map(constantOf);
    if (values.includes(undefined)) return null;
    ranks.push(
      values.map((value, index) => {
        const order = orders[index] ?? [];
        const place = order.findIndex((known) => known !== undefined && areEqual(known, value ?? null));
        return place < 0 ? order.length : place;
      }),
    );
  }
  return ranks;
}

function isAhead(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((rank, place) => rank !== b[place]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

/** Which rules are asked before each of them. */
function aheadOf(
  table: DecisionTable,
  allowed: readonly (string | undefined)[],
): ((rule: number) => bigint) | null {
  if (table.hit === 'F') return (rule) => allRules(rule);
  if (table.hit !== 'P') return null;
  const ranks = ranksOf(table, allowed);
  if (ranks === null) return null;
  return (rule) =>
    ranks.reduce((rules, rank, other) => {
      const own = ranks[rule] ?? [];
      const before = isAhead(rank, own) || (other < rule && !isAhead(own, rank));
      return other !== rule && before ? rules | bitOf(other) : rules;
    }, 0n);
}

function masked(table: DecisionTable, grid: Grid, allowed: readonly (string | undefined)[]): TableFinding[] {
  const never = emptyRules(grid);
  const ahead = aheadOf(table, allowed);
  const covered = table.rules.flatMap((_, rule) => {
    if (ahead === null || never.includes(rule)) return [];
    const by = ahead(rule);
    return by !== 0n && findGap(grid, { by, within: rule, optimistic: false }).kind === 'none' ? [rule] : [];
  });
  return [
    ...never.filter((rule) => !onlyNull(grid, rule)).map((rule) => ({ kind: 'never' as const, rule })),
    ...covered.map((rule) => ({ kind: 'masked' as const, rule })),
  ];
}

/** Null is outside of what is proved: a rule that asks for it is no mistake. */
const onlyNull = ({ columns }: Grid, rule: number): boolean =>
  columns.some(({ readings }) => {
    const reading = readings[rule];
    return reading?.kind === 'pieces' && reading.pieces.some(({ start }) => start === null);
  });

export interface TableTypes {
  inputs: readonly TypeCheck[];
  outputs: readonly TypeCheck[];
}

export function analyseTable(table: DecisionTable, types: TableTypes): TableAnalysis {
  const grid = makeGrid(table, types.inputs);
  const { complete, findings } = completeness(grid);
  const allowed = types.outputs.map((type, index) => table.outputs[index]?.allowed ?? type.allowed[0]?.text);
  return {
    labels: grid.columns.map(({ label }) => label),
    complete,
    findings: [...findings, ...overlaps(table, grid), ...masked(table, grid, allowed)],
  };
}
