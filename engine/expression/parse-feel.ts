// FEEL text to a syntax tree of the lezer grammar.
import { parser, trackVariables } from 'lezer-feel';

/** `unary` is a test of an implied value, such as "> 5" or "[1..3]". */
export type ExpressionKind = 'expression' | 'unary';
export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export function parseFeel(text: string, kind: ExpressionKind): SyntaxNode {
  const configured = parser.configure({
    top: kind === 'unary' ? 'UnaryTests' : 'Expression',
    contextTracker: trackVariables({}),
  });
  return configured.parse(text).topNode;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}
