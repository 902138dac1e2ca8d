// The types that decisions name, by name: the built-in ones, and the item definitions of the model.
import { type BuiltInType, builtInTypes, type DecisionType } from '../../model/decision.ts';
import { type Compiling, compileText, noLocals, report, suggestion } from '../compile/compiling.ts';
import { pointerKey } from '../decision-model.ts';
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

  const named: TypeBook['named'] = (name, pointer) => {
    if (name === undefined) return anything;
    const own = Object.hasOwn(types, name) ? types[name] : undefined;
    const plain = own ? undefined : builtIn(name);
    if (plain) return simple(plain);
    const before = known.get(name);
    if (before) return before;
    if (!own) {
      report(compiling, 'DEC-01', pointer, `There is no type "${name}".${suggestion(name, names)}`);
      return anything;
    }
    if (open.includes(name)) {
      report(
        compiling,
        'DEC-02',
        pointer,
        `The type "${name}" is made of itself: ${[...open, name].join(' → ')}.`,
      );
      return anything;
    }
    open.push(name);
    const made = define(own, name, `/types/${pointerKey(name)}`);
    open.pop();
    known.set(name, made);
    return made;
  };
  return { named };
}
