// FEEL text to a program that gives values: the door of the language. The text is read once; a program
// has no state, and evaluates in steps that its budget bounds.
import { grouped } from '../model/grouped.ts';
import { compileTree } from './compile/compile-tree.ts';
import type { Closure, FeelWarning, Run } from './compile/run.ts';
import { fullLimits, maxDepth, maxLength } from './limits.ts';
import { buildTree } from './syntax/build-tree.ts';
import { confine } from './syntax/confine.ts';
import type { Node } from './syntax/node.ts';
import { refuseOutline } from './syntax/outline.ts';
import { type Finding, type NameTree, parseFeel } from './syntax/parse-feel.ts';
import type { FeelType } from './types/feel-type.ts';
import { descend, type FeelBudget, FeelStopped, makeBudget, spend } from './value/budget.ts';
import type { Feel } from './value/feel.ts';

export type { FeelWarning };

export interface FeelResult {
  value: Feel;
  warnings: FeelWarning[];
}

export interface FeelProgram {
  /** The names that it may ask for, functions of FEEL left out. */
  readonly names: readonly string[];
  /**
   * Never throws. `input` is what unary tests test, `?` in the text. A program that is stopped gives
   * null and the warning `stopped`; without a budget it has one of its own.
   */
  evaluate(read: (name: string) => Feel | undefined, input?: Feel, budget?: FeelBudget): FeelResult;
}

export interface CompileOptions {
  dialect: 'expression' | 'unary-tests';
  /** In scope; may contain spaces, such as "Applicant Age". */
  names: readonly string[];
  /** Types of names, so that names of entries may contain spaces too. */
  types?: Readonly<Record<string, FeelType>>;
  /** Types that `instance of` and parameters of functions may name besides those of FEEL. */
  ownTypes?: Readonly<Record<string, FeelType>>;
  /** `confined` (what cycles may use) has no definitions of functions and invokes only those of FEEL. */
  functions?: 'confined' | 'full';
}

export type CompiledFeel =
  | { kind: 'compiled'; program: FeelProgram }
  | { kind: 'refused'; findings: Finding[] };

/** An expression as a tree, for those who look into it: checks, tables. */
export type ReadFeel = { kind: 'read'; tree: Node; slots: number } | { kind: 'refused'; findings: Finding[] };

const refused = (findings: Finding[]) => ({ kind: 'refused' as const, findings });

export function readFeel(text: string, options: CompileOptions): ReadFeel {
  const full = options.functions === 'full';
  const limit = full ? fullLimits.length : maxLength;
  if (text.length > limit) {
    const message = `An expression may have ${grouped(limit)} characters at most; this one has ${grouped(text.length)}.`;
    return refused([{ message, from: limit, to: text.length }]);
  }
  const depthLimit = full ? fullLimits.depth : maxDepth;
  const outline = refuseOutline(text, depthLimit);
  if (outline) return refused([outline]);
  const kind = options.dialect === 'expression' ? 'expression' : 'unary';
  const parsed = parseFeel(text, kind, namesWithin(options));
  if (parsed.kind === 'refused') return refused([parsed.finding]);
  const built = buildTree(parsed.top, text, options.names, depthLimit);
  const findings = [...built.findings, ...(full ? [] : confine(built.tree))];
  return findings.length > 0 ? refused(findings) : { kind: 'read', tree: built.tree, slots: built.slots };
}

const namesWithin = ({ names, types = {}, ownTypes = {} }: CompileOptions): NameTree =>
  Object.fromEntries(
    [...Object.keys(ownTypes), ...names].map((name) => [
      name,
      namesOfType(Object.hasOwn(types, name) ? types[name] : undefined),
    ]),
  );

function namesOfType(type: FeelType | undefined): NameTree {
  if (type?.kind === 'list') return namesOfType(type.of);
  if (type?.kind !== 'context') return {};
  return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, namesOfType(field)]));
}

export function compileFeel(text: string, options: CompileOptions): CompiledFeel {
  const read = readFeel(text, options);
  if (read.kind === 'refused') return read;
  const inScope = new Set(options.names);
  const { closure, names } = compileTree(read.tree, {
    isInScope: (name) => inScope.has(name),
    full: options.functions === 'full',
    ownTypes: options.ownTypes ?? {},
  });
  const program: FeelProgram = {
    names,
    evaluate(readName, input = null, budget) {
      const run: Run = {
        read: readName,
        input,
        globals: new Array(names.length),
        slots: new Array(read.slots),
        budget: budget ?? makeBudget(),
        warnings: [],
        at: wholeText,
      };
      return evaluate(closure, run, budget !== undefined);
    },
  };
  return { kind: 'compiled', program };
}

const wholeText = { from: 0, to: 0 };

function evaluate(closure: Closure, run: Run, within: boolean): FeelResult {
  try {
    const value = within ? descend(run.budget, () => closure(run)) : closure(run);
    // A function of a model may have ended on the same budget, and told nobody here.
    spend(run.budget, 0);
    return { value, warnings: run.warnings };
  } catch (cause) {
    // Besides our own limits: values nested deeper than the stack, and what a library refuses.
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = cause instanceof FeelStopped ? reason : `The expression cannot be evaluated: ${reason}`;
    return { value: null, warnings: [...run.warnings, { code: 'stopped', message, ...wholeText }] };
  }
}
