// Questions about a grid, answered exactly: a place that no rule covers, rules that meet, rules that
// others cover. The search walks the columns and remembers which sets of rules it has seen through.
import type { Grid, GridSegment, Rules } from './grid.ts';

/** One value for each column, as people write it. */
export type Example = string[];

export type Gap = { kind: 'none' } | { kind: 'gap'; example: Example } | { kind: 'gave-up' };

/** Steps of one search; tables that people write take a few hundred. */
const maxSteps = 200_000;

export const allRules = (count: number): Rules => (1n << BigInt(count)) - 1n;
export const bitOf = (rule: number): Rules => 1n << BigInt(rule);

export const holds = (segment: GridSegment, optimistic: boolean): Rules =>
  optimistic ? segment.certain | segment.possible : segment.certain;

/** For each column the rules that hold everywhere from it on: where one of them is left, nothing is open. */
function coversFrom(columns: readonly GridSegment[][], optimistic: boolean, all: Rules): Rules[] {
  const covers: Rules[] = [all];
  for (const segments of [...columns].reverse()) {
    const everywhere = segments.reduce((rules, segment) => rules & holds(segment, optimistic), all);
    covers.unshift((covers[0] ?? all) & everywhere);
  }
  return covers;
}

interface Searching {
  columns: readonly GridSegment[][];
  optimistic: boolean;
  covers: readonly Rules[];
  /** Seen through: no gap from this column on with these rules left. */
  closed: Set<string>;
  steps: number;
}

function walk(searching: Searching, column: number, left: Rules, path: Example): Example | null {
  searching.steps += 1;
  if (searching.steps > maxSteps) return null;
  const rest = searching.columns.slice(column);
  if (left === 0n)
    return rest.some((segments) => segments.length === 0) ? null : [...path, ...rest.map(firstOf)];
  if ((left & (searching.covers[column] ?? 0n)) !== 0n) return null;
  const key = `${column} ${left}`;
  const segments = searching.columns[column];
  if (segments === undefined || searching.closed.has(key)) return null;
  for (const segment of segments) {
    const found = walk(searching, column + 1, left & holds(segment, searching.optimistic), [
      ...path,
      segment.example,
    ]);
    if (found) return found;
  }
  searching.closed.add(key);
  return null;
}

const firstOf = (segments: readonly GridSegment[]): string => segments[0]?.example ?? '';

interface Question {
  /** The rules that may cover. */
  by: Rules;
  /** Only where this rule holds. */
  within?: number;
  /** Cells that cannot be told are taken to hold. */
  optimistic: boolean;
}

/** A place that none of the rules covers. */
export function findGap({ columns, count }: Grid, { by, within, optimistic }: Question): Gap {
  const inside = columns.map(({ segments }) =>
    within === undefined
      ? segments
      : segments.filter((segment) => (holds(segment, true) & bitOf(within)) !== 0n),
  );
  const covers = coversFrom(inside, optimistic, allRules(count));
  const searching: Searching = { columns: inside, optimistic, covers, closed: new Set(), steps: 0 };
  const example = walk(searching, 0, by, []);
  if (example) return { kind: 'gap', example };
  return searching.steps > maxSteps ? { kind: 'gave-up' } : { kind: 'none' };
}

export interface Meeting {
  rules: [number, number];
  example: Example;
}

/** Boxes meet when they meet in every column. */
function meetingExample({ columns }: Grid, both: Rules, optimistic: boolean): Example | null {
  const example: Example = [];
  for (const { segments } of columns) {
    const shared = segments.find((segment) => (holds(segment, optimistic) & both) === both);
    if (!shared) return null;
    example.push(shared.example);
  }
  return example;
}

function partnersOf({ columns, count }: Grid, rule: number, optimistic: boolean): Rules {
  let partners = allRules(count);
  for (const { segments } of columns) {
    let here: Rules = 0n;
    for (const segment of segments) {
      const rules = holds(segment, optimistic);
      if ((rules & bitOf(rule)) !== 0n) here |= rules;
    }
    partners &= here;
  }
  return partners;
}

/** Pairs of rules with a place where both hold, in order; the later rule second. */
export function findMeetings(grid: Grid, optimistic: boolean): Meeting[] {
  const found: Meeting[] = [];
  for (let first = 0; first < grid.count; first++) {
    const partners = partnersOf(grid, first, optimistic) >> BigInt(first + 1);
    for (let second = first + 1, left = partners; left !== 0n; second++, left >>= 1n) {
      if ((left & 1n) === 0n) continue;
      const example = meetingExample(grid, bitOf(first) | bitOf(second), optimistic);
      if (example) found.push({ rules: [first, second], example });
    }
  }
  return found;
}

/** Rules that hold nowhere at all. */
export function emptyRules({ columns, count }: Grid): number[] {
  const rules = Array.from({ length: count }, (_, rule) => rule);
  return rules.filter((rule) =>
    columns.some(({ segments }) => segments.every((segment) => (holds(segment, true) & bitOf(rule)) === 0n)),
  );
}
