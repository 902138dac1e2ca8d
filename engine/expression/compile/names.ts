// Names: local ones stand in slots, free ones are asked for when they are needed, once.
import { builtins } from '../builtins/all.ts';
import type { NameNode } from '../syntax/node.ts';
import { spendFor } from '../value/budget.ts';
import { namedEntryOf } from '../value/context.ts';
import type { Feel } from '../value/feel.ts';
import { isContext, isList } from '../value/kinds.ts';
import { functionOf } from './builtin-value.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { type Closure, type Run, warn } from './run.ts';

function free(node: NameNode, compiler: Compiler): Closure {
  const builtin = compiler.full && !compiler.isInScope(node.name) ? builtins.get(node.name) : undefined;
  if (builtin) return () => functionOf(builtin);
  const index = compiler.globalOf(node.name);
  return (run) => {
    const known = run.globals[index];
    if (known !== undefined) return known;
    const value = run.read(node.name);
    if (value === undefined) warn(run, node, 'no-name', `Variable '${node.name}' not found`);
    run.globals[index] = value ?? null;
    return value ?? null;
  };
}

/** The results of a loop so far still grow: whoever keeps them keeps a copy. */
function copied(run: Run, value: Feel): Feel {
  if (!isList(value)) return value;
  spendFor(run.budget, value.length, 8);
  return value.slice();
}

function local(node: NameNode, slot: number): Closure {
  const keeps = node.name === 'partial' && !node.onlyRead;
  return keeps ? (run) => copied(run, run.slots[slot] ?? null) : (run) => run.slots[slot] ?? null;
}

export const compileName: CompileNode<'name'> = (node, compiler): Closure => {
  const outer = node.slot === null ? free(node, compiler) : local(node, node.slot);
  if (node.items.length === 0) return outer;
  return (run) => {
    for (const slot of node.items) {
      const item = run.slots[slot] ?? null;
      const entry = isContext(item) ? namedEntryOf(item, node.name) : undefined;
      if (entry !== undefined) return entry;
    }
    return outer(run);
  };
};
