// What the expressions of cycles may not do: define functions, loop without a written bound, nest loops
// deep, keep ranges. The budget of an evaluation stops the rest; this tells the author before.
import { takesRange } from '../functions.ts';
import { maxIterations, maxNestedLoops } from '../limits.ts';
import { isNumber } from '../value/number.ts';
import { type CallNode, type Clause, childrenOf, type Node, type NodeOf, type Place } from './node.ts';
import type { Finding } from './parse-feel.ts';

interface Within {
  loops: number;
  iterations: number;
}

interface Confinement {
  findings: Finding[];
}

function refuse({ findings }: Confinement, { from, to }: Place, message: string): void {
  findings.push({ message, from, to });
}

/** One loop more; a list counts for itself, a written range for its numbers. */
function intoLoop(confined: Confinement, place: Place, within: Within, size: number): Within {
  const next = { loops: within.loops + 1, iterations: within.iterations * size };
  if (next.loops === maxNestedLoops + 1) {
    refuse(confined, place, `At most ${maxNestedLoops} loops or filters may be nested.`);
  }
  if (next.iterations > maxIterations && within.iterations <= maxIterations) {
    refuse(confined, place, `Loops over ranges may count to ${maxIterations} at most.`);
  }
  return next;
}

const wholeIn = (node: Node): number =>
  node.kind === 'literal' && isNumber(node.value) && node.value.isInteger()
    ? node.value.toNumber()
    : Number.NaN;

/** How many numbers the loop takes from a range; 1 for what is none. */
function sizeOfDomain(confined: Confinement, { domain, from, to }: Clause): number {
  if (domain.kind !== 'range') return 1;
  const size = Math.abs(wholeIn(domain.end) - wholeIn(domain.start)) + 1;
  if (!Number.isNaN(size)) return size;
  refuse(confined, { from, to }, 'A range in a loop needs whole numbers written out, such as 1..12.');
  return 1;
}

function confineLoop(confined: Confinement, node: NodeOf<'for' | 'some' | 'every'>, within: Within): void {
  let inner = within;
  for (const clause of node.clauses) {
    confineTest(confined, clause.domain, inner);
    inner = intoLoop(confined, clause, inner, sizeOfDomain(confined, clause));
  }
  confineNode(confined, node.kind === 'for' ? node.body : node.condition, inner);
}

function confineCall(confined: Confinement, node: CallNode, within: Within): void {
  const { target, args } = node;
  const values = args.by === 'position' ? args.values : args.values.map((arg) => arg.value);
  const named = target.kind === 'name' ? target.name : null;
  if (named === null) confineNode(confined, target, within);
  if (named === 'today' || named === 'now') {
    refuse(confined, target, `Write ${named} without parentheses: it is a value here.`);
  }
  const confineArgument = named !== null && takesRange(named) ? confineTest : confineNode;
  for (const value of values) confineArgument(confined, value, within);
}

/** Where a range may stand: it is tested or walked there, and nothing keeps it. */
function confineTest(confined: Confinement, node: Node, within: Within): void {
  if (node.kind !== 'range' && node.kind !== 'list') confineNode(confined, node, within);
  else confineAll(confined, node, within, node.kind === 'list' ? confineTest : confineNode);
}

function confineAll(
  confined: Confinement,
  node: Node,
  within: Within,
  confineChild: typeof confineNode,
): void {
  for (const child of childrenOf(node)) confineChild(confined, child, within);
}

function confineNode(confined: Confinement, node: Node, within: Within): void {
  switch (node.kind) {
    case 'for':
    case 'some':
    case 'every':
      confineLoop(confined, node, within);
      break;
    case 'filter':
      confineNode(confined, node.list, within);
      confineTest(confined, node.condition, intoLoop(confined, node, within, 1));
      break;
    case 'call':
      confineCall(confined, node, within);
      break;
    case 'function':
      refuse(confined, node, 'Functions cannot be defined here.');
      break;
    case 'range':
      refuse(confined, node, 'A range can be tested, as in x in [1..5], or looped over; it cannot be kept.');
      confineTest(confined, node, within);
      break;
    case 'in':
    case 'tests':
      confineAll(confined, node, within, confineTest);
      break;
    default:
      confineAll(confined, node, within, confineNode);
  }
}

export function confine(tree: Node): Finding[] {
  const confined: Confinement = { findings: [] };
  confineNode(confined, tree, { loops: 0, iterations: 1 });
  return confined.findings;
}
