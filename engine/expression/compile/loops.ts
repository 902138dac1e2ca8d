// for, some and every (DMN 10.3.2.14 and 10.3.2.15): all combinations of their clauses, the last one
// turning fastest.
import { grouped } from '../../model/grouped.ts';
import { maxListLength } from '../limits.ts';
import { type Clause, type ForNode, type Place, type QuantifiedNode, sizeOf } from '../syntax/node.ts';
import { FeelStopped, spend } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { domainOf } from './domain.ts';
import { type Closure, type Run, warn } from './run.ts';

interface CompiledClause {
  slot: number;
  domain: Closure;
  place: Place;
}

const compileClauses = (clauses: readonly Clause[], compiler: Compiler): CompiledClause[] =>
  clauses.map((clause) => ({ slot: clause.slot, domain: compiler.compile(clause.domain), place: clause }));

/** False when a domain is no list and no range; `visit` may end the loop by returning false. */
function iterate(
  run: Run,
  clauses: readonly CompiledClause[],
  at: number,
  visit: () => boolean,
): 'whole' | 'ended' | 'no domain' {
  const clause = clauses[at];
  if (!clause) return visit() ? 'whole' : 'ended';
  const domain = domainOf(run, clause.domain(run));
  if (domain === null) {
    warn(run, clause.place, 'types-do-not-fit', 'A loop goes over a list, or a range of numbers or dates.');
    return 'no domain';
  }
  for (const value of domain) {
    run.slots[clause.slot] = value;
    const outcome = iterate(run, clauses, at + 1, visit);
    if (outcome !== 'whole') return outcome;
  }
  return 'whole';
}

export const compileFor: CompileNode<'for'> = (node: ForNode, compiler): Closure => {
  const clauses = compileClauses(node.clauses, compiler);
  const body = compiler.compile(node.body);
  const cost = sizeOf(node.body) + 1;
  return (run) => {
    const results: Feel[] = [];
    const outcome = iterate(run, clauses, 0, () => {
      spend(run.budget, cost);
      if (results.length >= maxListLength) {
        throw new FeelStopped(`A list may have at most ${grouped(maxListLength)} items.`);
      }
      run.slots[node.partial] = results;
      results.push(body(run));
      return true;
    });
    return outcome === 'no domain' ? null : results;
  };
};

/** One deciding item decides; otherwise anything but true and false leaves it open. */
export const compileQuantified = (node: QuantifiedNode, compiler: Compiler): Closure => {
  const clauses = compileClauses(node.clauses, compiler);
  const condition = compiler.compile(node.condition);
  const cost = sizeOf(node.condition) + 1;
  const deciding = node.kind === 'some';
  return (run) => {
    let open = false;
    const outcome = iterate(run, clauses, 0, () => {
      spend(run.budget, cost);
      const result = condition(run);
      if (result !== true && result !== false) open = true;
      return result !== deciding;
    });
    if (outcome === 'no domain') return null;
    if (outcome === 'ended') return deciding;
    return open ? null : !deciding;
  };
};
