// What an expression looks at: the paths that begin with a name of the scope, as they are written.
import { analyseExpression, isFree, type NameUse } from './analyse-expression.ts';
import { parseFeel, type SyntaxNode } from './parse-feel.ts';

/** `result.decision = "agreed" and round < 4` looks at result.decision and round. Each once, in order. */
export function pathsIn(text: string): string[] {
  const { findings, uses } = analyseExpression(text, 'expression');
  if (findings.length > 0) return [];
  const root = parseFeel(text, 'expression');
  const names = uses.filter((use) => use.role === 'value' && isFree(use));
  return [...new Set(names.map((use) => pathAt(root, text, use)))];
}

function pathAt(root: SyntaxNode, text: string, { from }: NameUse): string {
  let node = root.resolveInner(from, 1);
  while (node.parent && node.parent.from === from && isPartOfPath(node.parent)) node = node.parent;
  return text.slice(from, node.to).replace(/\s+/g, ' ');
}

const isPartOfPath = (node: SyntaxNode): boolean =>
  node.name === 'PathExpression' || node.name === 'VariableName';
