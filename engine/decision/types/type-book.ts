// The types that decisions name, by name: the built-in ones, and the item definitions of the model.
import { type BuiltInType, builtInTypes, type DecisionType } from '../../model/decision.ts';
import { type Compiling, compileText, noLocals, suggestion } from '../compile/compiling.ts';
import { pointerKey } from '../decision-model.ts';
import { report } from '../report.ts';
import { type AllowedTests, anything, type TypeBook, type TypeCheck } from './type-check.ts';

const builtIn = (name: string): BuiltInType | undefined => builtInTypes.find((known) => known === name);

const simple = (name: BuiltInType): TypeCheck =>
  name === 'Any' ? anything : { name, shape: { kind: 'simple', name }, allowed: [] };

export function allowedTests(
  compiling: Compiling,
  text: string | undefined,
  pointer: string,
): AllowedTests[] {
  if (text === undefined) return [];
  const program = compileText(compiling, { text, pointer }, 'unary-tests', noLocals);
  return program === null ? [] : [{ program, text }];
}

export const narrowed = (type: TypeCheck, name: string, more: readonly AllowedTests[]): TypeCheck => ({
  ...type,
  name,
  allowed: [...type.allowed, ...more],
});

/** Many tools write types that they never define: in DMN such a value may be anything. */
function reportMissing(compiling: Compiling, name: string, known: readonly string[], pointer: string): void {
  const message = `There is no type "${name}".${suggestion(name, known)}`;
  report(compiling, 'DEC-01', pointer, message, compiling.functions === 'full' ? 'warning' : 'error');
}

export function makeTypeBook(compiling: Compiling, types: Record<string, DecisionType>): TypeBook {
  const known = new Map<string, TypeCheck>();
  const open: string[] = [];
  const names = [...builtInTypes, ...Object.keys(types)];

  const define = (type: DecisionType, name: string, pointer: string): TypeCheck => {
    const base: TypeCheck = type.fields
      ? { name, shape: { kind: 'context', fields: fieldsOf(type.fields, pointer) }, allowed: [] }
      : named(type.type, `${pointer}/type`);
    const one = narrowed(base, name, allowedTests(compiling, type.allowed, `${pointer}/allowed`));
    const whole = allowedTests(compiling, type.constraint, `${pointer}/constraint`);
    return type.list
      ? { name, shape: { kind: 'list', of: one }, allowed: whole }
      : narrowed(one, name, whole);
  };

  const fieldsOf = (fields: Record<string, DecisionType>, pointer: string): Map<string, TypeCheck> =>
    new Map(
      Object.entries(fields).map(([key, field]) => [
        key,
        define(field, key, `${pointer}/fields/${pointerKey(key)}`),
      ]),
    );

  const defineOnce = (name: string, own: DecisionType, pointer: string): TypeCheck => {
    if (open.includes(name)) {
      const circle = [...open, name].join(' → ');
      report(compiling, 'DEC-02', pointer, `The type "${name}" is made of itself: ${circle}.`);
      return anything;
    }
    open.push(name);
    const made = define(own, name, `/types/${pointerKey(name)}`);
    open.pop();
    known.set(name, made);
    return made;
  };

  const named: TypeBook['named'] = (name, pointer = '') => {
    if (name === undefined) return anything;
    const own = Object.hasOwn(types, name) ? types[name] : undefined;
    if (own) return known.get(name) ?? defineOnce(name, own, pointer);
    const plain = builtIn(name);
    if (plain) return simple(plain);
    if (pointer) reportMissing(compiling, name, names, pointer);
    return anything;
  };
  return { named };
}
