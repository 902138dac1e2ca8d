// Types of decisions as the language knows them: it reads names of fields by them, and checks what is
// done with values. What is not known is anything.
import { any, contextOf, type FeelType, listOf, type ScalarKind } from '../../expression/types/feel-type.ts';
import type { Decision, DecisionLogic, DecisionTable } from '../../model/decision.ts';
import type { TypeBook, TypeCheck } from './type-check.ts';

export function feelTypeOf({ shape }: TypeCheck): FeelType {
  switch (shape.kind) {
    case 'any':
      return any;
    case 'simple':
      return { kind: shape.name satisfies ScalarKind };
    case 'list':
      return listOf(feelTypeOf(shape.of));
    case 'context':
      return contextOf(
        Object.fromEntries([...shape.fields].map(([name, field]) => [name, feelTypeOf(field)])),
        true,
      );
  }
}

const named = (types: TypeBook, name: string | undefined): FeelType =>
  name === undefined ? any : feelTypeOf(types.named(name));

function ofTable({ outputs, hit = 'U' }: DecisionTable, types: TypeBook): FeelType {
  const fields = outputs.map(({ name, type }): [string, FeelType] => [name ?? '', named(types, type)]);
  const one = fields.length === 1 ? (fields[0]?.[1] ?? any) : contextOf(Object.fromEntries(fields), true);
  if (hit === 'R' || hit === 'O' || hit === 'C') return listOf(one);
  return hit.startsWith('C') ? any : one;
}

/** By what it is declared to be, or else by its form. */
export function logicType(logic: DecisionLogic, types: TypeBook): FeelType {
  if (logic.type !== undefined) return named(types, logic.type);
  switch (logic.kind) {
    case 'table':
      return ofTable(logic, types);
    case 'context': {
      const result = logic.entries.find(({ name }) => name === undefined);
      if (result)
        return result.type === undefined ? logicType(result.logic, types) : named(types, result.type);
      const fields = logic.entries.map(({ name, type, logic: value }): [string, FeelType] => [
        name ?? '',
        type === undefined ? logicType(value, types) : named(types, type),
      ]);
      return contextOf(Object.fromEntries(fields), true);
    }
    case 'relation':
      return listOf(
        contextOf(
          Object.fromEntries(logic.columns.map(({ name, type }) => [name, named(types, type)])),
          true,
        ),
      );
    default:
      return any;
  }
}

export function decisionType({ type, parameters, logic }: Decision, types: TypeBook): FeelType {
  const result = type === undefined ? logicType(logic, types) : named(types, type);
  if (parameters === undefined) return result;
  return { kind: 'function', parameters: parameters.map(({ name }) => name), result };
}
