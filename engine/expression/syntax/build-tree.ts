// The concrete tree to an expression: precedence is settled, parentheses and keywords are gone.
import { maxChain } from '../limits.ts';
import { buildFunctions } from './build-functions.ts';
import { buildLists } from './build-lists.ts';
import { buildLiterals } from './build-literals.ts';
import { buildLoops } from './build-loops.ts';
import { buildOperators } from './build-operators.ts';
import { type Builder, nothing, type Reach } from './builder.ts';
import type { Node } from './node.ts';
import { canonicalName, type Finding, type SyntaxNode } from './parse-feel.ts';

export interface Built {
  tree: Node;
  findings: Finding[];
  /** How many slots an evaluation needs. */
  slots: number;
}

const families = { ...buildLiterals, ...buildOperators, ...buildLists, ...buildLoops, ...buildFunctions };
const builders: Record<string, (builder: Builder, node: SyntaxNode, reach: Reach) => Node> = families;

/** What is nested for the reader; operators in a row are not. */
const nesting = new Set([
  'ParenthesizedExpression',
  'List',
  'Context',
  'FunctionInvocation',
  'FilterExpression',
  'IfExpression',
  'ForExpression',
  'QuantifiedExpression',
]);

export function buildTree(
  top: SyntaxNode,
  text: string,
  names: readonly string[],
  depthLimit: number,
): Built {
  const findings: Finding[] = [];
  const depth = { nested: 0, chained: 0 };
  let slots = 0;
  const refuse = (node: SyntaxNode, message: string): Node => {
    findings.push({ message, from: node.from, to: node.to });
    return nothing(node);
  };
  const builder: Builder = {
    text,
    findings,
    names: new Map(names.map((name) => [canonicalName(name), name])),
    newSlot: () => slots++,
    build(node, reach) {
      const step = nesting.has(node.name) ? 1 : 0;
      if (depth.nested + step > depthLimit) {
        return refuse(node, `Expressions may be nested ${depthLimit} deep at most.`);
      }
      if (depth.chained >= maxChain) {
        return refuse(node, `An expression may have ${maxChain} operators in a row at most.`);
      }
      depth.nested += step;
      depth.chained += 1;
      const built = builders[node.name]?.(builder, node, reach) ?? nothing(node);
      depth.nested -= step;
      depth.chained -= 1;
      return built;
    },
  };
  return { tree: builder.build(top, null), findings, slots: slots };
}
