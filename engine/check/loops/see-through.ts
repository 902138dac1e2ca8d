// A guard with the decisions that it asks put in their place, where they are expressions: may(n) is what may says of n.
// What holds is then known of the plan; what a decision makes of values of another type is left alone.
import { atomsOf, type Guard, type Term } from '../../expression/guards/guard.ts';
import { type Expression, guardOf, termsOfCall } from '../../expression/guards/read-guard.ts';
import type { Decision } from '../../model/decision.ts';
import type { ChartView } from '../chart-view.ts';

/** A value of another type than these would become null on the way in. */
const plainTypes: readonly (string | undefined)[] = [undefined, 'Any', 'number'];
const truthTypes: readonly (string | undefined)[] = [undefined, 'Any', 'boolean'];

/** Decisions that ask decisions; nobody writes more, and one that asks itself ends here. */
const maxDepth = 4;

/** What a decision gives of whether it holds; null when it is no plain expression. */
function bodyOf(view: ChartView, { type, logic, parameters = [] }: Decision): Expression | null {
  if (logic.kind !== 'expression' || !truthTypes.includes(type) || !truthTypes.includes(logic.type))
    return null;
  const body = view.expressionOf(logic.text);
  // It sees the plan, but not what came.
  if (body === null || body.names.has('result') || body.names.has('event')) return null;
  return parameters.every((parameter) => plainTypes.includes(parameter.type)) ? body : null;
}

type Given = ReadonlyMap<string, Term>;

/** Null where what is given cannot be put in its place. */
function putTerm(given: Given, term: Term): Term | null {
  if (term.kind === 'literal') return term;
  if (term.kind === 'path') return given.get(term.text) ?? (given.has(term.names[0] ?? '') ? null : term);
  return term.names.some((name) => given.has(name)) ? null : term;
}

function putAll(given: Given, parts: readonly Guard[]): Guard[] | null {
  const all = parts.map((part) => put(given, part));
  return all.includes(null) ? null : all.filter((part) => part !== null);
}

function put(given: Given, guard: Guard): Guard | null {
  switch (guard.kind) {
    case 'and':
    case 'or': {
      const parts = putAll(given, guard.parts);
      return parts && { kind: guard.kind, parts };
    }
    case 'not': {
      const part = put(given, guard.part);
      return part && { kind: 'not', part };
    }
    case 'if': {
      const [condition, yes, no] = putAll(given, [guard.condition, guard.yes, guard.no]) ?? [];
      return condition && yes && no ? { kind: 'if', condition, yes, no } : null;
    }
    case 'compare': {
      const [left, right] = [putTerm(given, guard.left), putTerm(given, guard.right)];
      return left && right && { ...guard, left, right };
    }
    case 'holds': {
      const term = putTerm(given, guard.term);
      return term && { kind: 'holds', term };
    }
  }
}

/** A number that is asked for is null when it is something else, so that nothing follows from its being null. */
const asksForNull = (body: Guard, { parameters = [] }: Decision): boolean =>
  parameters.some(({ type }) => type === 'number') &&
  atomsOf(body).some(
    (atom) =>
      atom.kind === 'compare' &&
      [atom.left, atom.right].some((term) => term.kind === 'literal' && term.value === null),
  );

function insideOf(view: ChartView, term: Term): Guard | null {
  if (term.kind === 'literal') return null;
  const asked = view.expressionOf(term.text);
  const call = term.kind === 'path' ? { name: term.text, args: [] } : asked && termsOfCall(asked);
  const { decisions = {} } = view.cycle;
  const decision = call && Object.hasOwn(decisions, call.name) ? decisions[call.name] : undefined;
  const names = decision?.parameters?.map(({ name }) => name) ?? [];
  const body = decision && bodyOf(view, decision);
  if (!call || !decision || !body || call.args.length !== names.length) return null;
  if ((term.kind === 'path') !== (decision.parameters === undefined)) return null;
  const guard = guardOf(body);
  const given = new Map(call.args.map((arg, place) => [names[place] ?? '', arg]));
  return asksForNull(guard, decision) ? null : put(given, guard);
}

export function seeThrough(view: ChartView, guard: Guard, depth = 0): Guard {
  const inner = (part: Guard): Guard => seeThrough(view, part, depth);
  switch (guard.kind) {
    case 'and':
    case 'or':
      return { kind: guard.kind, parts: guard.parts.map(inner) };
    case 'not':
      return { kind: 'not', part: inner(guard.part) };
    case 'if':
      return {
        kind: 'if',
        condition: inner(guard.condition),
        yes: inner(guard.yes),
        no: inner(guard.no),
      };
    case 'compare':
      return guard;
    case 'holds': {
      const inside = depth < maxDepth ? insideOf(view, guard.term) : null;
      return inside ? seeThrough(view, inside, depth + 1) : guard;
    }
  }
}
