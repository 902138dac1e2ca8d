// The guards of each list of branches, read once, and what they can come to.
import { decisionNames } from '../../decision/cycle-decisions.ts';
import { type Decision, decideBranches } from '../../expression/guards/decide-branches.ts';
import type { DomainOf, Guard, Scalar } from '../../expression/guards/guard.ts';
import { guardOf } from '../../expression/guards/read-guard.ts';
import { type Evaluator, makeEvaluator } from '../../expression/make-evaluator.ts';
import type { PlacedTransition } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { type NameDomains, nameDomains } from './name-domains.ts';

export interface BranchReader {
  /** Null when it is no expression: then nothing is known of it. */
  guardOf(text: string): Guard | null;
  domainsFor(branch: PlacedTransition): DomainOf;
  /** Never null, whatever is waited for. */
  isGiven(path: string): boolean;
  /** Branches of one event in one stage, in order; `fixed` are variables whose values are certain. */
  decide(branches: readonly PlacedTransition[], fixed?: ReadonlyMap<string, Scalar>): Decision;
  /** To hold what was found against what guards really give; made when it is first asked for. */
  evaluator(): Evaluator;
}

const holds: Guard = { kind: 'holds', term: { kind: 'literal', value: true } };

export function makeBranchReader(view: ChartView): BranchReader {
  const guards = new Map<string, Guard | null>();
  const decisions = new Map<string, Decision>();
  let domains: NameDomains | null = null;
  let evaluator: Evaluator | null = null;

  const readGuard = (text: string): Guard | null => {
    const known = guards.get(text);
    if (known !== undefined) return known;
    const expression = view.expressionOf(text);
    const guard = expression && guardOf(expression);
    guards.set(text, guard);
    return guard;
  };
  const domainsFor = ({ trigger }: PlacedTransition): DomainOf => {
    domains ??= nameDomains(view);
    return domains.when(trigger);
  };
  /** What cannot be read fails in a way that is told elsewhere; here it may come out either way. */
  const readable = ({ transition: { guard }, place }: PlacedTransition): Guard =>
    guard === undefined
      ? holds
      : (readGuard(guard) ?? { kind: 'holds', term: { kind: 'opaque', text: place, names: [] } });

  return {
    guardOf: readGuard,
    domainsFor,
    isGiven(path) {
      domains ??= nameDomains(view);
      const domain = domains.when({ kind: 'always' })({ kind: 'path', text: path });
      return domain.kind !== 'unknown' && !domain.nullable;
    },
    evaluator() {
      evaluator ??= makeEvaluator(decisionNames(view.cycle));
      return evaluator;
    },
    decide(branches, fixed) {
      const [first] = branches;
      if (!first) return decideBranches([], () => ({ kind: 'unknown' }));
      const key = `${branches.map(({ place }) => place)} ${fixed ? [...fixed].flat() : ''}`;
      const known = decisions.get(key) ?? decideBranches(branches.map(readable), domainsFor(first), fixed);
      decisions.set(key, known);
      return known;
    },
  };
}
