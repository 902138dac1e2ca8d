// FEEL text to the concrete tree of the lezer grammar, or the first place where it is no FEEL.
import { normalizeContextKey, parser, trackVariables } from 'lezer-feel';

/** `unary` is tests of an implied value, such as "> 5" or "[1..3], 7". */
export type ExpressionKind = 'expression' | 'unary';
export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

export interface Finding {
  message: string;
  /** Offsets into the text. */
  from: number;
  to: number;
}

/** Names with the names within them, so that "Applicant Age" and "loan.interest rate" are read as names. */
export interface NameTree {
  readonly [name: string]: NameTree;
}

export type Parsed = { kind: 'tree'; top: SyntaxNode } | { kind: 'refused'; finding: Finding };

export function parseFeel(text: string, kind: ExpressionKind, names: NameTree): Parsed {
  const configured = parser.configure({
    top: kind === 'unary' ? 'UnaryTests' : 'Expression',
    contextTracker: trackVariables(names),
  });
  const top = configured.parse(text).topNode;
  const error = firstError(top);
  return error ? { kind: 'refused', finding: syntaxFinding(error, text) } : { kind: 'tree', top };
}

function firstError(top: SyntaxNode): SyntaxNode | null {
  const cursor = top.cursor();
  do {
    if (cursor.type.isError) return cursor.node;
  } while (cursor.next());
  return null;
}

function syntaxFinding(node: SyntaxNode, text: string): Finding {
  const near = text.slice(node.from, node.to) || text.slice(node.from, node.from + 12);
  const message = near.trim()
    ? `This is not an expression: "${near.trim()}" is not expected here.`
    : 'The expression is not complete.';
  return { message, from: node.from, to: node.to };
}

/** The nodes directly within, comments left out. */
export function partsOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let part = node.firstChild; part; part = part.nextSibling) {
    if (!part.type.isSkipped) found.push(part);
  }
  return found;
}

/** One form for all the ways to write a name: "pre-tax" and "pre - tax". */
export const canonicalName = (name: string): string => normalizeContextKey(name);
