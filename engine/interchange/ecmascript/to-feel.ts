// ECMAScript expressions as FEEL, where both mean the same. Truth of what is not a boolean is spelt out.

import { maxLength } from '../../expression/limits.ts';
import type { Json } from '../../model/json.ts';
import { type BinaryOperator, EcmascriptError, type Js } from './parse-ecmascript.ts';

/** What the names of the expression stand for. */
export interface JsScope {
  /** The FEEL name of a variable; null when there is none. */
  variable(name: string): string | null;
  /** Its value, when that is known beforehand. */
  known(name: string): Json | undefined;
  /** The id of a state's stage; null when there is none. */
  stage(id: string): string | null;
  machineName: string;
}

type Compared = Exclude<BinaryOperator, '&&' | '||'>;
const signs: Record<Compared, string> = {
  '==': '=',
  '===': '=',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
};
const functions: Record<string, string> = {
  floor: 'floor',
  ceil: 'ceiling',
  abs: 'abs',
  sqrt: 'sqrt',
  max: 'max',
  min: 'min',
};
const comparisons: ReadonlySet<string> = new Set([
  '==',
  '===',
  '!=',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
]);

/** @throws EcmascriptError when it means nothing in FEEL. */
export const toFeel = (js: Js, scope: JsScope): string => print(js, scope);

/** A condition: what ECMAScript takes for true is true. @throws EcmascriptError */
export const toFeelCondition = (js: Js, scope: JsScope): string => truth(js, scope);

export function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${contextKey(key)}: ${literal(item)}`)
      .join(', ')}}`;
  }
  if (typeof value === 'string') return quoted(value);
  if (/e/.test(String(value)) && typeof value === 'number') {
    throw new EcmascriptError(`the number ${value} is out of reach`);
  }
  return String(value);
}

const quoted = (text: string): string => JSON.stringify(text);
const contextKey = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key));

/** Everything that binds weaker than a comparison stands in parentheses. */
const inside = (js: Js, scope: JsScope): string => {
  const text = print(js, scope);
  return js.kind === 'binary' || js.kind === 'choice' || (js.kind === 'unary' && js.operator !== '-')
    ? `(${text})`
    : text;
};

/** Truth that is spelt out repeats its text: what grows beyond an expression is stopped at once. */
function print(js: Js, scope: JsScope): string {
  const text = printKind(js, scope);
  if (text.length > maxLength) throw new EcmascriptError('it is too long for an expression');
  return text;
}

function printKind(js: Js, scope: JsScope): string {
  switch (js.kind) {
    case 'literal':
      return literal(js.value);
    case 'name':
      return printName(js.name, scope);
    case 'member':
      return printMember(js.of, js.key, scope);
    case 'call':
      return printCall(js.callee, js.given, scope);
    case 'unary':
      return printUnary(js.operator, js.of, scope);
    case 'binary':
      return printBinary(js.operator, js.left, js.right, scope);
    case 'choice':
      return chosen(js, scope, print);
    case 'list':
      return `[${js.items.map((item) => print(item, scope)).join(', ')}]`;
    case 'object':
      return `{${js.entries.map(([key, item]) => `${contextKey(key)}: ${print(item, scope)}`).join(', ')}}`;
  }
}

function printName(name: string, scope: JsScope): string {
  if (name === '_name') return quoted(scope.machineName);
  if (name === '_event') return 'event';
  const variable = scope.variable(name);
  if (variable !== null) return variable;
  const isForeign = name.startsWith('_') || globals.test(name);
  throw new EcmascriptError(`there is no variable "${name}" in the data model`, !isForeign);
}

/** Names that ECMAScript itself gives a value to. */
const globals =
  /^(Math|JSON|Date|Array|Object|String|Number|Boolean|RegExp|Symbol|Map|Set|Promise|Error|NaN|Infinity|isNaN|isFinite|parseInt|parseFloat|globalThis|window|console)$/;

/** What may not be looked at when the expression is evaluated is not certain to fail. */
function perhaps<T>(translate: () => T): T {
  try {
    return translate();
  } catch (error) {
    throw error instanceof EcmascriptError ? new EcmascriptError(error.message) : error;
  }
}

const isEventData = (js: Js): boolean =>
  js.kind === 'member' && js.key === 'data' && js.of.kind === 'name' && js.of.name === '_event';

/** What an event carries besides named values is its `content`. */
function printMember(of: Js, key: string, scope: JsScope): string {
  if (of.kind === 'name' && of.name === '_event') {
    if (key === 'name') return 'event.type';
    if (key === 'data') return 'event.data.content';
    throw new EcmascriptError(`an event has no "${key}" here`);
  }
  const context = isEventData(of) ? 'event.data' : inside(of, scope);
  return /^[A-Za-z_]\w*$/.test(key) ? `${context}.${key}` : `get value(${context}, ${quoted(key)})`;
}

function printCall(callee: Js, given: Js[], scope: JsScope): string {
  const [first] = given;
  if (callee.kind === 'name' && callee.name === 'In' && first?.kind === 'literal' && given.length === 1) {
    const stage = scope.stage(String(first.value));
    // A state that is not there, or a history, is never active.
    return stage === null ? 'false' : `list contains(stages, ${quoted(stage)})`;
  }
  const isMath = callee.kind === 'member' && callee.of.kind === 'name' && callee.of.name === 'Math';
  if (!isMath) throw new EcmascriptError('only In() and a few functions of Math can be called');
  const list = given.map((item) => print(item, scope));
  if (callee.key === 'pow' && given.length === 2) {
    // A sign before it would bind tighter.
    return `(${given.map((item) => inside(item, scope)).join(' ** ')})`;
  }
  const name = Object.hasOwn(functions, callee.key) ? functions[callee.key] : undefined;
  if (name === undefined) throw new EcmascriptError(`Math.${callee.key} has no counterpart`);
  return `${name}(${list.join(', ')})`;
}

function printUnary(operator: '!' | '-' | '+' | 'typeof', of: Js, scope: JsScope): string {
  if (operator === '!') return `not(${truth(of, scope)})`;
  if (operator === '-') return `-${inside(of, scope)}`;
  throw new EcmascriptError(`"${operator}" has no counterpart`);
}

/** `typeof x === 'undefined'` asks whether there is a value at all. */
function printTypeof(operator: string, left: Js, right: Js, scope: JsScope): string | null {
  if (left.kind !== 'unary' || left.operator !== 'typeof') return null;
  if (right.kind !== 'literal' || right.value !== 'undefined') return null;
  if (!operator.startsWith('==') && !operator.startsWith('!=')) return null;
  return `${inside(left.of, scope)} ${operator.startsWith('=') ? '=' : '!='} null`;
}

const isText = (js: Js): boolean =>
  (js.kind === 'literal' && typeof js.value === 'string') ||
  (js.kind === 'binary' && js.operator === '+' && (isText(js.left) || isText(js.right)));

function printBinary(operator: BinaryOperator, left: Js, right: Js, scope: JsScope): string {
  if (operator === '&&' || operator === '||') {
    // As a value, these give one of their sides; as a condition, true or false.
    if (!isBoolean(left, scope) || !isBoolean(right, scope)) {
      throw new EcmascriptError(`"${operator}" between what is not true or false has no counterpart`);
    }
    return conjunction(operator, left, right, scope);
  }
  const asked = printTypeof(operator, left, right, scope);
  if (asked !== null) return asked;
  const joins = operator === '+' && (isText(left) || isText(right));
  const side = (js: Js): string => (joins && !isText(js) ? `string(${print(js, scope)})` : inside(js, scope));
  return `${side(left)} ${signs[operator]} ${side(right)}`;
}

function conjunction(operator: '&&' | '||', left: Js, right: Js, scope: JsScope): string {
  const sides = [truth(left, scope), perhaps(() => truth(right, scope))];
  return sides.map((side) => `(${side})`).join(operator === '&&' ? ' and ' : ' or ');
}

type Choice = Extract<Js, { kind: 'choice' }>;
function chosen(js: Choice, scope: JsScope, say: (js: Js, scope: JsScope) => string): string {
  const when = truth(js.when, scope);
  return `if ${when} then ${perhaps(() => say(js.then, scope))} else ${perhaps(() => say(js.otherwise, scope))}`;
}

const isBoolean = (js: Js, scope: JsScope): boolean =>
  (js.kind === 'literal' && typeof js.value === 'boolean') ||
  (js.kind === 'unary' && js.operator === '!') ||
  (js.kind === 'call' && js.callee.kind === 'name' && js.callee.name === 'In') ||
  (js.kind === 'name' && typeof scope.known(js.name) === 'boolean') ||
  (js.kind === 'binary' && comparisons.has(js.operator));

/** Nothing, zero and the empty text are taken for false, everything else that is not false for true. */
function truth(js: Js, scope: JsScope): string {
  if (js.kind === 'literal') return String(Boolean(js.value));
  if (js.kind === 'list' || js.kind === 'object') return 'true';
  if (js.kind === 'name' && js.name === '_event') return 'event.type != "plan.started"';
  if (js.kind === 'name' && js.name === '_name') return String(scope.machineName !== '');
  if (js.kind === 'choice') {
    return chosen(js, scope, truth);
  }
  if (js.kind === 'binary' && (js.operator === '&&' || js.operator === '||')) {
    return conjunction(js.operator, js.left, js.right, scope);
  }
  const text = print(js, scope);
  if (isBoolean(js, scope)) return text;
  const of = (type: string, then: string) => `if (${text}) instance of ${type} then ${then}`;
  // Compared as text: what the name holds is not known here, and a number may not be compared with text.
  const differs = (empty: string) => `string(${text}) != "${empty}"`;
  return `${of('boolean', text)} else ${of('number', differs('0'))} else ${of('string', differs(''))} else ${text} != null`;
}
