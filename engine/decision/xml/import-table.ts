// A decision table of a DMN document as logic of a decision.
import { type DecisionTable, type HitPolicy, hitPolicies } from '../../model/decision.ts';
import { feelName } from '../decision-model.ts';
import { report } from '../report.ts';
import type { DmnElement } from './elements.ts';
import { given } from './given.ts';
import {
  allOf,
  attribute,
  type Importing,
  type LogicPlace,
  nameOf,
  oneOf,
  placeInside,
  typeOf,
  wrappedText,
} from './importing.ts';

const named: Record<string, HitPolicy> = {
  UNIQUE: 'U',
  ANY: 'A',
  PRIORITY: 'P',
  FIRST: 'F',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
};
const aggregators: Record<string, HitPolicy> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' };

function hitOf(element: DmnElement, at: LogicPlace): HitPolicy | undefined {
  const policy = attribute(element, 'hitPolicy')?.toUpperCase().replaceAll('_', ' ');
  if (policy === undefined) return undefined;
  const aggregator = attribute(element, 'aggregation')?.toUpperCase();
  const found = Object.hasOwn(named, policy) ? named[policy] : hitPolicies.find((known) => known === policy);
  if (found === undefined) report(at.importing, 'DEC-04', at.pointer, `There is no hit policy "${policy}".`);
  if (found !== 'C' || aggregator === undefined) return found ?? 'U';
  const collected = Object.hasOwn(aggregators, aggregator) ? aggregators[aggregator] : undefined;
  if (!collected) report(at.importing, 'DEC-04', at.pointer, `There is no aggregation "${aggregator}".`);
  return collected ?? 'C';
}

const tests = (importing: Importing, element: DmnElement | undefined): string | undefined =>
  wrappedText(importing, element) || undefined;

function readInput(element: DmnElement, at: LogicPlace): DecisionTable['inputs'][number] {
  const { importing } = at;
  const expression = oneOf(importing, element, 'inputExpression');
  const label = attribute(element, 'label');
  const written = wrappedText(importing, expression);
  const text = written || (label && feelName(label));
  if (!written && text) importing.labels.add(text);
  if (text === undefined) report(importing, 'DEC-11', at.pointer, 'The expression of the input is missing.');
  return given({
    label,
    expression: text ?? 'null',
    type: typeOf(expression, at),
    allowed: tests(importing, oneOf(importing, element, 'inputValues')),
  });
}

function readOutput(element: DmnElement, at: LogicPlace): DecisionTable['outputs'][number] {
  const { importing } = at;
  return given({
    name: nameOf(element),
    label: attribute(element, 'label'),
    type: typeOf(element, at),
    allowed: tests(importing, oneOf(importing, element, 'outputValues')),
    default: tests(importing, oneOf(importing, element, 'defaultOutputEntry')),
  });
}

function readRule(element: DmnElement, at: LogicPlace): DecisionTable['rules'][number] {
  const cells = (name: string) =>
    allOf(at.importing, element, name).map((entry) => wrappedText(at.importing, entry));
  const notes = cells('annotationEntry');
  return given({
    description: oneOf(at.importing, element, 'description')?.text.trim() || undefined,
    when: cells('inputEntry'),
    give: cells('outputEntry'),
    notes: notes.length > 0 ? notes : undefined,
  });
}

export function readTable(element: DmnElement, at: LogicPlace): DecisionTable {
  const { importing } = at;
  const outputs = allOf(importing, element, 'output');
  const annotations = allOf(importing, element, 'annotation').map(
    (annotation) => attribute(annotation, 'name') ?? '',
  );
  if (outputs.length === 0) report(importing, 'DEC-04', at.pointer, 'The table has no output.');
  return given({
    kind: 'table' as const,
    type: typeOf(element, at),
    hit: hitOf(element, at),
    inputs: allOf(importing, element, 'input').map((input, index) =>
      readInput(input, placeInside(at, `inputs/${index}`)),
    ),
    outputs: outputs.map((output, index) => readOutput(output, placeInside(at, `outputs/${index}`))),
    annotations: annotations.length > 0 ? annotations : undefined,
    rules: allOf(importing, element, 'rule').map((rule, index) =>
      readRule(rule, placeInside(at, `rules/${index}`)),
    ),
  });
}
