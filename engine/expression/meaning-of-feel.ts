// An expression as it is meant, apart from how it is written: spaces, comments and brackets that change nothing. What
// differs in its tree may mean something else, and is not taken as the same: not(a = b) beside a != b.
import { readFeel } from './compile-feel.ts';
import type { Node } from './syntax/node.ts';
import { FeelNumber } from './value/number.ts';

/** Where in the text something stands. */
const places: ReadonlySet<string> = new Set(['from', 'to', 'nameFrom']);

/** A number told apart from the text of its digits. */
function written(this: Record<string, unknown>, key: string, value: unknown): unknown {
  if (places.has(key)) return undefined;
  const own = this[key];
  return own instanceof FeelNumber ? { number: value } : value;
}

const keyOf = (tree: Node): string => JSON.stringify(tree, written);

/** The text itself where it is no expression. */
export function meaningOfFeel(text: string, dialect: 'expression' | 'unary-tests'): string {
  const read = readFeel(text, { dialect, names: [] });
  return read.kind === 'read' ? keyOf(read.tree) : text.trim();
}
