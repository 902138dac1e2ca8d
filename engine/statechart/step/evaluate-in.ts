// Expressions inside a step: what they give, or the fault they are.
import type { Evaluated } from '../../expression/make-evaluator.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { type Draft, fail } from './draft.ts';
import { readFeel } from './read-decision.ts';
import { addRests } from './read-name.ts';
import type { Remember } from './remember.ts';

export function evaluateIn(draft: Draft, text: string): Evaluated {
  const { memory } = draft;
  const evaluate = () => draft.evaluator.evaluateFeel(text, (name) => readFeel(draft, name));
  return (memory && remembered(draft, text, memory.results, evaluate)) ?? evaluateHere(draft, text, evaluate);
}

/** Kept until something changes. */
function evaluateHere(draft: Draft, text: string, evaluate: () => Evaluated): Evaluated {
  const known = draft.results?.get(text);
  if (known) return known;
  const evaluated = evaluate();
  draft.results ??= new Map();
  draft.results.set(text, evaluated);
  return evaluated;
}

/**
 * What the work gives over an expression, remembered by all that the expression rests on. Null for one that takes a
 * decision, which leaves a trace in its step, or looks at a name of which it is not known what it rests on.
 */
export function remembered<Value>(
  draft: Draft,
  text: string,
  remember: Remember<Value>,
  work: () => Value,
): Value | null {
  const keys: unknown[] = [text];
  for (const name of draft.evaluator.namesIn(text)) {
    if (draft.decisions?.decisions.has(name) || !addRests(draft, name, keys)) return null;
  }
  return remember(keys, work);
}

/** Only true passes; an unknown name or types that do not fit never do. */
export const passes = (draft: Draft, guard: string, place: string): boolean =>
  letsPass(draft, evaluateIn(draft, guard), { guard, place });

export function letsPass(
  draft: Draft,
  evaluated: Evaluated,
  { guard, place }: { guard: string; place: string },
): boolean {
  if (evaluated.kind === 'failed') {
    fail(draft, guard, place, evaluated.message);
    return false;
  }
  return evaluated.sure && evaluated.json === true;
}
/** Undefined after a fault: the expression threw, rests on a mistake, or gives what is not JSON. */
export function jsonIn(draft: Draft, text: string, place: string): Json | undefined {
  const evaluated = evaluateIn(draft, text);
  const message = faultOf(evaluated);
  if (message !== null || evaluated.kind === 'failed') {
    fail(draft, text, place, message ?? '');
    return undefined;
  }
  return structuredCopy(evaluated.json);
}

function faultOf(evaluated: Evaluated): string | null {
  if (evaluated.kind === 'failed') return evaluated.message;
  if (evaluated.type === 'other')
    return 'The value is not a number, text, true or false, date, list or context.';
  if (evaluated.sure || evaluated.json !== null) return null;
  const reasons = evaluated.warnings.map((warning) => warning.replace(/\.$/, ''));
  return `The expression gives nothing: ${reasons.join('; ')}.`;
}

/** Remembered results are shared, and a plan keeps what it is given. */
function structuredCopy(json: Json): Json {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(structuredCopy);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, structuredCopy(value)]));
}

export function dataIn(draft: Draft, data: Record<string, string> | undefined, place: string): JsonObject {
  const entries = Object.entries(data ?? {}).map(([key, text]): [string, Json] => [
    key,
    jsonIn(draft, text, `${place}/data/${key}`) ?? null,
  ]);
  return Object.fromEntries(entries);
}

/** Text with its expressions replaced by their values; what gives nothing leaves nothing. */
export function textIn(draft: Draft, template: string, place: string): string {
  return draft.evaluator
    .partsOf(template)
    .map((part) => (part.kind === 'text' ? part.text : shownIn(draft, part.text, place)))
    .join('');
}

function shownIn(draft: Draft, text: string, place: string): string {
  const evaluated = evaluateIn(draft, text);
  if (evaluated.kind === 'failed') fail(draft, text, place, evaluated.message);
  return evaluated.kind === 'failed' ? '' : show(evaluated.json);
}

function show(json: Json): string {
  if (json === null) return '';
  if (Array.isArray(json)) return json.map(show).join(', ');
  return typeof json === 'object' ? JSON.stringify(json) : String(json);
}
