// What a decision of the cycle can give, read from its expression or its table. A table is never null where a default
// answers for what no rule matches, or where the rules match whatever the inputs hold, null among them; and no two rules
// stand in each other's way.
import type { PlacedTable } from '../../decision/compile/compiling.ts';
import { pointerKey } from '../../decision/decision-model.ts';
import { decideBranches } from '../../expression/guards/decide-branches.ts';
import { type Domain, type DomainOf, type Guard, isDay, type Scalar } from '../../expression/guards/guard.ts';
import { constantIn, guardOf, termOf } from '../../expression/guards/read-guard.ts';
import { splitTests } from '../../expression/split-tests.ts';
import type { Node } from '../../expression/syntax/node.ts';
import type { FeelType } from '../../expression/types/feel-type.ts';
import type { Decision, DecisionTable, HitPolicy } from '../../model/decision.ts';
import type { ChartView } from '../chart-view.ts';

const unknown: Domain = { kind: 'unknown' };

/** A decision may be null as long as nothing says that it is not. */
function domainOfType({ kind }: FeelType): Domain {
  switch (kind) {
    case 'number':
      return { kind: 'number', nullable: true };
    case 'boolean':
      return { kind: 'choice', values: [true, false], nullable: true };
    case 'string':
      return { kind: 'text', nullable: true };
    default:
      return unknown;
  }
}

/** Undefined when the text is no value that is written out. */
function scalarIn(view: ChartView, text: string): Scalar | undefined {
  const expression = view.expressionOf(text);
  const term = expression && termOf(expression);
  return term?.kind === 'literal' && !isDay(term.value) ? term.value : undefined;
}

const isAny = (cell: string): boolean => /^\s*-?\s*$/.test(cell);

/** A cell as a condition on its input. */
function conditionText(input: string, cell: string): string {
  const [, negated] = /^\s*not\s*\((.*)\)\s*$/s.exec(cell) ?? [];
  return negated === undefined ? `(${input}) in (${cell})` : `not((${input}) in (${negated}))`;
}

/** Null when it cannot be read as a guard. */
function guardIn(view: ChartView, conditions: readonly string[]): Guard | null {
  const expression = view.expressionOf(conditions.length === 0 ? 'true' : conditions.join(' and '));
  return expression && guardOf(expression);
}

interface Reading {
  view: ChartView;
  domainOf: DomainOf;
}

/** Each rule as a guard; null when one cannot be read. */
function rulesOf({ view }: Reading, { inputs, rules }: DecisionTable): Guard[] | null {
  const guards = rules.map(({ when }) =>
    guardIn(
      view,
      inputs.flatMap(({ expression }, place) => {
        const cell = when[place] ?? '-';
        return isAny(cell) ? [] : [conditionText(expression, cell)];
      }),
    ),
  );
  return guards.includes(null) ? null : guards.filter((guard) => guard !== null);
}

/** A table asks no rule when an input is not among its allowed values; null always is. */
function inputsFit({ view, domainOf }: Reading, { table, inputs }: PlacedTable): boolean {
  return table.inputs.every(({ expression }, place) =>
    (inputs[place]?.allowed ?? []).every(({ text }) => {
      const guard = guardIn(view, [`(${expression}) = null or ${conditionText(expression, text)}`]);
      return guard !== null && decideBranches([guard], domainOf).none === 'never';
    }),
  );
}

const single: readonly HitPolicy[] = ['U', 'A', 'F', 'P'];

/** One rule, or the default, always answers. */
function alwaysAnswers(reading: Reading, placed: PlacedTable): boolean {
  const { table } = placed;
  const hit = table.hit ?? 'U';
  const hasDefault = table.outputs[0]?.default !== undefined;
  const ordered = hit === 'F' || hit === 'P';
  if (!inputsFit(reading, placed)) return false;
  if (ordered && hasDefault) return true;
  const rules = rulesOf(reading, table);
  if (rules === null) return false;
  const decision = decideBranches(rules, reading.domainOf);
  const apart = ordered || (decision.overlaps.length === 0 && decision.opaque.length === 0);
  return apart && (hasDefault || decision.none === 'never');
}

/** What a type keeps out is null instead. */
const fits = (type: string | undefined, values: readonly Scalar[]): boolean =>
  type === undefined || type === 'Any' || values.every((value) => typeof value === type);

/** Null when they are not written out: neither what the rules give, nor what the output allows. */
function valuesOf(
  { view }: Reading,
  { table, outputs }: PlacedTable,
): { values: Scalar[]; sure: boolean } | null {
  const [output] = table.outputs;
  const standard = output?.default === undefined ? [] : [output.default];
  const given = [...table.rules.flatMap(({ give }) => give), ...standard].map((cell) => scalarIn(view, cell));
  if (!given.includes(undefined)) return { values: given.filter((value) => value !== undefined), sure: true };
  const text = outputs[0]?.allowed[0]?.text;
  const allowed = text === undefined ? [undefined] : splitTests(text).map((test) => scalarIn(view, test));
  if (allowed.includes(undefined)) return null;
  return { values: allowed.filter((value) => value !== undefined), sure: false };
}

function tableDomain(reading: Reading, { type }: Decision, placed: PlacedTable): Domain | null {
  const { table } = placed;
  if (table.outputs.length !== 1 || !single.includes(table.hit ?? 'U')) return null;
  const found = valuesOf(reading, placed);
  if (found === null) return null;
  const { sure, values } = found;
  const certain = sure && fits(type, values) && fits(table.type, values) && !values.includes(null);
  const nullable = !certain || !alwaysAnswers(reading, placed);
  return { kind: 'choice', values: [...new Set(values)].filter((value) => value !== null), nullable };
}

/** All that an expression can give: what its branches write out; null when one of them does not. */
function resultsOf(node: Node): Scalar[] | null {
  if (node.kind === 'if') {
    const [yes, no] = [resultsOf(node.then), resultsOf(node.otherwise)];
    return yes && no ? [...yes, ...no] : null;
  }
  const constant = constantIn(node);
  return constant === undefined || isDay(constant) ? null : [constant];
}

function expressionDomain({ view }: Reading, { type, logic }: Decision): Domain | null {
  if (logic.kind !== 'expression') return null;
  const expression = view.expressionOf(logic.text);
  const results = expression && resultsOf(expression.tree);
  if (!results) return null;
  const values = [...new Set(results)].filter((value) => value !== null);
  const certain = !results.includes(null) && fits(type, results) && fits(logic.type, results);
  return { kind: 'choice', values, nullable: !certain };
}

/** Null when its results are not written out. */
function domainIn(reading: Reading, name: string, decision: Decision): Domain | null {
  if (decision.parameters) return null;
  const pointer = `/decisions/${pointerKey(name)}/logic`;
  const placed = reading.view.decisions?.tables.find((table) => table.pointer === pointer);
  return placed ? tableDomain(reading, decision, placed) : expressionDomain(reading, decision);
}

/** By name; each decision is read once, when it is first asked for. Null for what is no decision. */
export function decisionDomains(view: ChartView, domainOf: DomainOf): (name: string) => Domain | null {
  const { decisions, cycle } = view;
  const known = new Map<string, Domain>();
  return (name) => {
    const type = decisions && Object.hasOwn(decisions.types, name) ? decisions.types[name] : undefined;
    const decision = cycle.decisions?.[name];
    if (type === undefined || decision === undefined) return null;
    const before = known.get(name);
    if (before) return before;
    const byType = domainOfType(type);
    // Of one that needs itself, which is told of elsewhere, no more is known than this.
    known.set(name, byType);
    const domain = domainIn({ view, domainOf }, name, decision) ?? byType;
    known.set(name, domain);
    return domain;
  };
}
