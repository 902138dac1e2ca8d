// Evaluates FEEL over plain data that somebody outside gave, such as the payload of a webhook.
import type { Json, JsonObject } from '../model/json.ts';
import { checkExpression, freeNames } from './check-expression.ts';
import type { Evaluator } from './make-evaluator.ts';

export type Evaluation = { kind: 'value'; value: Json } | { kind: 'failed'; message: string };

/** A name that is not among the data, or a value that has no JSON form, fails; an entry that is absent is null. */
export function evaluateWith(evaluator: Evaluator, text: string, data: JsonObject): Evaluation {
  const read = (name: string): Json | undefined => (Object.hasOwn(data, name) ? data[name] : undefined);
  const evaluated = evaluator.evaluate(text, read);
  if (evaluated.kind === 'failed') return evaluated;
  if (!evaluated.sure || evaluated.type === 'other')
    return { kind: 'failed', message: evaluated.warnings[0] ?? 'It gives nothing that can be stored.' };
  return { kind: 'value', value: evaluated.json };
}

/** What is wrong with an expression that may use these names and no others; empty when it can be used. */
export function checkExpressionOver(text: string, names: readonly string[]): string[] {
  const findings = checkExpression(text, names).map((finding) => finding.message);
  if (findings.length > 0) return findings;
  return freeNames(text)
    .filter((name) => !names.includes(name))
    .map((name) => `There is no name "${name}" here. Use ${names.join(' or ')}.`);
}
