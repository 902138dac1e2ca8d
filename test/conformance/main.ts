// `npm run conformance`: the public SCXML fixtures and the DMN TCK's level 2 on this engine, as a table by folder.
import { cases } from './dmn/cases.ts';
import { resultOfCase } from './dmn/run-case.ts';
import { exclusions, fixtures } from './fixtures.ts';
import { type Result, resultOf, strangers } from './results.ts';

interface Row {
  folder: string;
  fixtures: number;
  passed: number;
  excluded: Map<string, number>;
  wrong: string[];
}

function add(row: Row, name: string, result: Result): void {
  row.fixtures += 1;
  if (result.kind === 'passed') row.passed += 1;
  else if (result.kind === 'wrong') row.wrong.push(`${name}: ${result.why}`);
  else row.excluded.set(result.reason, (row.excluded.get(result.reason) ?? 0) + 1);
}

const emptyRow = (folder: string): Row => ({
  folder,
  fixtures: 0,
  passed: 0,
  excluded: new Map(),
  wrong: [],
});
const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, one) => total + one, 0);

function inLine({ folder, fixtures: count, passed, excluded, wrong }: Row): string {
  const reasons = [...excluded].map(([reason, times]) => `${reason} ${times}`).join(', ');
  const cells = [String(count), String(passed), String(sum(excluded)), String(wrong.length)];
  return `${folder.padEnd(34)}${cells.map((cell) => cell.padStart(9)).join('')}   ${reasons}`.trimEnd();
}

const rows = new Map<string, Row>();
const total = emptyRow('all');
function count(folder: string, name: string, result: Result): void {
  const row = rows.get(folder) ?? emptyRow(folder);
  add(row, name, result);
  add(total, name, result);
  rows.set(folder, row);
}
for (const fixture of fixtures) count(fixture.folder, fixture.name, resultOf(fixture));
for (const one of cases) count('dmn-tck/compliance-level-2', one.name, resultOfCase(one));

console.log(
  `${'folder'.padEnd(34)}${['fixtures', 'passed', 'excluded', 'wrong'].map((cell) => cell.padStart(9)).join('')}`,
);
for (const row of rows.values()) console.log(inLine(row));
console.log(inLine(total));
console.log('\nWhy fixtures are excluded:');
for (const [reason, why] of Object.entries(exclusions.reasons)) {
  if (total.excluded.has(reason)) console.log(`  ${reason}: ${why}`);
}
for (const { name, excluded } of cases)
  if (excluded) console.log(`  contradicts-itself: ${name}: ${excluded}`);
console.log('\nRead otherwise than they stand:');
for (const [name, { read, why }] of Object.entries(exclusions.amended))
  console.log(`  ${name} by ${read}: ${why}`);
const faults = [...total.wrong, ...strangers().map((name) => `${name}: there is no such fixture`)];
for (const fault of faults) console.log(`\nWRONG ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
