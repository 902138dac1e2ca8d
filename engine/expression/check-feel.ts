// What is wrong with an expression before it ever runs: syntax, limits, names, fields, types.
import { type CompileOptions, readFeel } from './compile-feel.ts';
import type { ExpressionKind, Finding } from './syntax/parse-feel.ts';
import { any, describeKind, describeType, type FeelType, isOpen } from './types/feel-type.ts';
import { inferType } from './types/infer-type.ts';

/** What the value has to be where the expression stands. */
export type ExpectedKind = FeelType['kind'];

export interface CheckOptions {
  kind?: ExpressionKind;
  /** Every name in scope with its type. */
  types: Readonly<Record<string, FeelType>>;
  /** Of what unary tests test. */
  input?: FeelType;
  expected?: ExpectedKind | readonly ExpectedKind[];
  /** What to do about a name that resembles none. */
  hint?: string;
  functions?: CompileOptions['functions'];
  ownTypes?: CompileOptions['ownTypes'];
}

export interface Checked {
  /** In the order of their places; empty when the expression can be used. */
  findings: Finding[];
  /** `any` when it is not known. */
  type: FeelType;
}

export function checkFeel(text: string, options: CheckOptions): Checked {
  const { types, input, hint, expected, functions = 'confined', ownTypes = {} } = options;
  const dialect = options.kind === 'unary' ? 'unary-tests' : 'expression';
  const read = readFeel(text, { dialect, names: Object.keys(types), types, functions, ownTypes });
  if (read.kind === 'refused') return { findings: read.findings, type: any };
  const full = functions === 'full';
  const inferred = inferType(read.tree, {
    types,
    full,
    ownTypes,
    ...(input && { input }),
    ...(hint && { hint }),
  });
  const wrong = unexpected(inferred.type, expected);
  const place = { from: read.tree.from, to: read.tree.to };
  const findings = wrong === null ? inferred.findings : [...inferred.findings, { message: wrong, ...place }];
  return { findings: findings.sort((a, b) => a.from - b.from), type: inferred.type };
}

function unexpected(type: FeelType, expected: CheckOptions['expected']): string | null {
  if (expected === undefined || isOpen(type)) return null;
  const kinds = typeof expected === 'string' ? [expected] : expected;
  if (kinds.includes(type.kind)) return null;
  const wanted = kinds.map(describeKind).join(' or ');
  return `This has to be ${wanted}; it is ${describeType(type)}.`;
}
