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

/** Where a type is written: after `instance of`, inside another type, and after the name of a parameter. */
const rangeType = /range(?<=(?:\bof|[<,:]|->)\s*range)(?=\s*<)/g;

/** The grammar does not know `range<number>` (DMN 1.4, grammar rule 52): it reads it as a list of the same length. */
const withoutRangeTypes = (text: string): string => text.replace(rangeType, 'list ');

/** Whether what was read as the type of a list is that of a range. */
export const isRangeType = (text: string, from: number): boolean => text.startsWith('range', from);

/** A name `range` may stand before a `<` as well: it is a type only where the text is no FEEL otherwise. */
export function parseFeel(text: string, kind: ExpressionKind, names: NameTree): Parsed {
  const parsed = parseStrictly(text, kind, names);
  const other = parsed.kind === 'tree' ? text : withoutRangeTypes(text);
  if (other === text) return parsed;
  const again = parseStrictly(other, kind, names);
  return again.kind === 'tree' ? again : parsed;
}

/** Stops at the first place that is no FEEL: to look for a way on from there takes the parser long. */
function parseStrictly(text: string, kind: ExpressionKind, names: NameTree): Parsed {
  const configured = parser.configure({
    top: kind === 'unary' ? 'UnaryTests' : 'Expression',
    contextTracker: trackVariables(names),
    strict: true,
  });
  try {
    return { kind: 'tree', top: configured.parse(text).topNode };
  } catch (cause) {
    const at = cause instanceof SyntaxError ? Number(/\d+$/.exec(cause.message)?.[0] ?? 0) : 0;
    return { kind: 'refused', finding: syntaxFinding(text, at) };
  }
}

/** The word, number, text or sign at a place. */
const token = /^("(?:[^"\\]|\\.)*"?|[\p{L}_][\p{L}\p{N}_]*|\d[\d.]*|\S)/u;

function syntaxFinding(text: string, at: number): Finding {
  const from = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  const near = token.exec(text.slice(from))?.[0].slice(0, 40);
  if (near === undefined) return { message: 'The expression is not complete.', from: at, to: text.length };
  const message = `This is not an expression: "${near}" is not expected here.`;
  return { message, from, to: from + near.length };
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
