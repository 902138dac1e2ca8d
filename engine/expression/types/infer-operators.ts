// Types of arithmetic, comparison, logic and tests, and what can never give a value there.
import type {
  ArithmeticNode,
  ArithmeticOperator,
  BetweenNode,
  ComparisonNode,
  ComparisonOperator,
  IfNode,
  InNode,
  LogicNode,
  NegationNode,
  Node,
  Place,
  RangeNode,
  TestNode,
  TestsNode,
} from '../syntax/node.ts';
import {
  any,
  boolean,
  daysDuration,
  describeType,
  type FeelType,
  isOpen,
  join,
  number,
  rangeOf,
  text,
} from './feel-type.ts';
import { expectBoolean, find, type Infer, type Inference, itemOf, sentence } from './inference.ts';

const isDuration = ({ kind }: FeelType): boolean => kind.endsWith(' duration');
const isMoment = ({ kind }: FeelType): boolean =>
  kind === 'date' || kind === 'time' || kind === 'date and time';
const isDay = ({ kind }: FeelType): boolean => kind === 'date' || kind === 'date and time';
const canCompute = (type: FeelType): boolean => type.kind === 'number' || isDuration(type) || isMoment(type);

/** Undefined when the two never give a value; both are known, and not both are numbers. */
const ofBoth: Record<ArithmeticOperator, (a: FeelType, b: FeelType) => FeelType | undefined> = {
  '+': (a, b) => {
    if (a.kind === 'string' && b.kind === 'string') return text;
    if (isDuration(a) && (isMoment(b) || a.kind === b.kind)) return b;
    return isMoment(a) && isDuration(b) ? a : undefined;
  },
  '-': (a, b) => {
    if (isDuration(b) && (isMoment(a) || a.kind === b.kind)) return a;
    return (isDay(a) && isDay(b)) || (a.kind === 'time' && b.kind === 'time') ? daysDuration : undefined;
  },
  '*': (a, b) => {
    if (isDuration(a) && b.kind === 'number') return a;
    return a.kind === 'number' && isDuration(b) ? b : undefined;
  },
  '/': (a, b) => {
    if (isDuration(a) && b.kind === 'number') return a;
    return isDuration(a) && a.kind === b.kind ? number : undefined;
  },
  '**': () => undefined,
};

const takesOne = (operator: ArithmeticOperator, type: FeelType): boolean => {
  if (isOpen(type) || canCompute(type)) return true;
  return operator === '+' && type.kind === 'string';
};

/** One of the two is not known: what it has to be, if anything comes of it. */
function ofOne(operator: ArithmeticOperator, known: FeelType): FeelType {
  if (operator === '+' && (known.kind === 'string' || isMoment(known))) return known;
  return known.kind === 'number' && operator !== '*' ? number : any;
}

const inferArithmetic: Infer<ArithmeticNode> = (node, inference) => {
  const [a, b] = [inference.infer(node.left), inference.infer(node.right)];
  for (const [type, operand] of [
    [a, node.left],
    [b, node.right],
  ] as const) {
    if (takesOne(node.operator, type)) continue;
    find(inference, operand, `${sentence(type)} cannot be used with ${node.operator}.`);
    return any;
  }
  if (isOpen(a) || isOpen(b)) return ofOne(node.operator, isOpen(a) ? b : a);
  const bothNumbers = a.kind === 'number' && b.kind === 'number';
  const result = bothNumbers ? number : ofBoth[node.operator](a, b);
  if (result === undefined) {
    find(inference, node, `${sentence(a)} and ${describeType(b)} do not go together with ${node.operator}.`);
  }
  return result ?? any;
};

const inferNegation: Infer<NegationNode> = (node, inference) => {
  const type = inference.infer(node.operand);
  if (isOpen(type) || type.kind === 'number' || isDuration(type)) return type;
  find(inference, node, `${sentence(type)} has no negative.`);
  return any;
};

const ordered = new Set<FeelType['kind']>([
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

/** A list of one stands for its item. */
const single = (type: FeelType): FeelType => (type.kind === 'list' ? type.of : type);

const sameKind = (a: FeelType, b: FeelType): boolean => a.kind === b.kind || (isDay(a) && isDay(b));

export function checkComparison(
  inference: Inference,
  place: Place,
  operator: ComparisonOperator,
  types: readonly [FeelType, FeelType],
): void {
  const [a, b] = [single(types[0]), single(types[1])];
  const equality = operator === '=' || operator === '!=';
  if (!equality && (a.kind === 'null' || b.kind === 'null')) {
    find(inference, place, 'Nothing is larger or smaller than null. Use = null.');
    return;
  }
  const unordered = [a, b].find((type) => !isOpen(type) && !ordered.has(type.kind));
  if (!equality && unordered) {
    find(inference, place, `Nothing is larger or smaller than ${describeType(unordered)}.`);
  } else if (!isOpen(a) && !isOpen(b) && !sameKind(a, b)) {
    find(inference, place, `${sentence(a)} cannot be compared with ${describeType(b)}.`);
  }
}

const inferComparison: Infer<ComparisonNode> = (node, inference) => {
  checkComparison(inference, node, node.operator, [inference.infer(node.left), inference.infer(node.right)]);
  return boolean;
};

const inferBetween: Infer<BetweenNode> = (node, inference) => {
  const value = inference.infer(node.value);
  checkComparison(inference, node, '>=', [value, inference.infer(node.low)]);
  checkComparison(inference, node, '<=', [value, inference.infer(node.high)]);
  return boolean;
};

const inferLogic: Infer<LogicNode> = (node, inference) => {
  for (const operand of [node.left, node.right]) {
    expectBoolean(inference, operand, `What "${node.kind}" joins`);
  }
  return boolean;
};

const inferIf: Infer<IfNode> = (node, inference) => {
  expectBoolean(inference, node.condition, 'The condition of an if');
  return join(inference.infer(node.then), inference.infer(node.otherwise));
};

const inferRange: Infer<RangeNode> = (node, inference) => {
  const [start, end] = [inference.infer(node.start), inference.infer(node.end)];
  if (!isOpen(start) && !isOpen(end)) checkComparison(inference, node, '<=', [start, end]);
  return rangeOf(join(start, end));
};

const inferTest: Infer<TestNode> = (node, inference) => {
  const operand = inference.infer(node.operand);
  return node.operator === '=' || node.operator === '!=' ? any : rangeOf(operand);
};

/** A value against a test of it. */
function checkTest(inference: Inference, value: FeelType, node: Node): void {
  const place = { from: node.from, to: node.to };
  if (node.kind === 'test') {
    checkComparison(inference, place, node.operator, [value, inference.infer(node.operand)]);
    return;
  }
  const type = inference.infer(node);
  if (type.kind === 'range') {
    if (!isOpen(type.of) && value.kind !== 'range') checkComparison(inference, place, '<=', [value, type.of]);
  } else if (type.kind !== 'list' && type.kind !== 'boolean' && value.kind !== 'list') {
    checkComparison(inference, place, '=', [value, type]);
  }
}

const inferIn: Infer<InNode> = (node, inference) => {
  const value = inference.infer(node.value);
  for (const test of node.tests) checkTest(inference, value, test);
  return boolean;
};

const inferTests: Infer<TestsNode> = (node, inference) => {
  for (const test of node.tests ?? []) checkTest(inference, itemOf(inference.input), test);
  return boolean;
};

export const operatorTypes = {
  arithmetic: inferArithmetic,
  negation: inferNegation,
  comparison: inferComparison,
  between: inferBetween,
  and: inferLogic,
  or: inferLogic,
  if: inferIf,
  range: inferRange,
  test: inferTest,
  in: inferIn,
  tests: inferTests,
};
