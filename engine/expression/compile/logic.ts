// and, or, if (DMN 10.3.2.2, tables 49 and 50): three values, and what is neither true nor false is null.
import type { LogicNode } from '../syntax/node.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import type { Closure } from './run.ts';

/** The right side is not asked when the left decides. */
const compileLogic =
  (deciding: boolean) =>
  (node: LogicNode, compiler: Compiler): Closure => {
    const [left, right] = [compiler.compile(node.left), compiler.compile(node.right)];
    return (run) => {
      const first = left(run);
      if (first === deciding) return deciding;
      const second = right(run);
      if (second === deciding) return deciding;
      return first === !deciding && second === !deciding ? !deciding : null;
    };
  };

export const compileAnd = compileLogic(false);
export const compileOr = compileLogic(true);

export const compileIf: CompileNode<'if'> = (node, compiler): Closure => {
  const condition = compiler.compile(node.condition);
  const [then, otherwise] = [compiler.compile(node.then), compiler.compile(node.otherwise)];
  return (run) => (condition(run) === true ? then(run) : otherwise(run));
};
