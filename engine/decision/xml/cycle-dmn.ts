// The decisions of a cycle to DMN and back. What comes back is what went out; input data is left behind,
// since a cycle's decisions look at its plans.
import type { z } from 'zod';
import { typesOfScope } from '../../expression/check-expression.ts';
import type { Cycle } from '../../model/cycle.ts';
import {
  type Decision,
  type DecisionType,
  decisionsSchema,
  decisionTypesSchema,
} from '../../model/decision.ts';
import type { Problem } from '../../model/problem.ts';
import { compileModel } from '../compile/compile-model.ts';
import { compileCycleDecisions, decisionModelOf } from '../cycle-decisions.ts';
import { type DecisionInput, pointerKey } from '../decision-model.ts';
import { type DmnVersion, exportDmn } from './export-dmn.ts';
import { importDmn } from './import-dmn.ts';

const scalars = new Set(['number', 'string', 'boolean', 'date', 'time', 'date and time']);

/** What the decisions read of the plan, with its type where DMN has one for it. */
function inputsOf(cycle: Cycle): Record<string, DecisionInput> {
  const { uses, decisions } = compileCycleDecisions(cycle);
  const types = typesOfScope(cycle.variables ?? {});
  const names = new Set(
    [...uses.values()].flatMap((used) => [...used]).filter((name) => !decisions.has(name)),
  );
  return Object.fromEntries(
    [...names].map((name): [string, DecisionInput] => {
      const kind = Object.hasOwn(types, name) ? types[name]?.kind : undefined;
      return [name, kind !== undefined && scalars.has(kind) ? { type: kind } : {}];
    }),
  );
}

export function decisionsToDmn(cycle: Cycle, version?: DmnVersion): string {
  const model = { ...decisionModelOf(cycle), name: cycle.name, inputs: inputsOf(cycle) };
  return exportDmn(compileModel(model, { functions: 'confined' }), version);
}

export type DecisionsFromDmn =
  | {
      kind: 'read';
      types: Record<string, DecisionType>;
      decisions: Record<string, Decision>;
      /** What the decisions expect to find: variables of the cycle, or names that its plans have. */
      inputs: string[];
      problems: Problem[];
    }
  | { kind: 'refused'; problems: Problem[] };

const toProblem = (at: string, { path, message }: z.core.$ZodIssue): Problem => ({
  code: 'DEC-13',
  severity: 'error',
  pointer: [at, ...path.map((key) => pointerKey(String(key)))].join('/'),
  stage: null,
  message: `A cycle cannot take this. ${message}`,
});

export function decisionsFromDmn(xml: string): DecisionsFromDmn {
  const { model, problems } = importDmn(xml);
  if (model === null || problems.some(({ severity }) => severity === 'error'))
    return { kind: 'refused', problems };
  const types = decisionTypesSchema.safeParse(model.types);
  const decisions = decisionsSchema.safeParse(model.decisions);
  if (types.success && decisions.success) {
    const inputs = Object.keys(model.inputs);
    return { kind: 'read', types: types.data, decisions: decisions.data, inputs, problems };
  }
  const found = [
    ...(types.error?.issues ?? []).map((issue) => toProblem('/types', issue)),
    ...(decisions.error?.issues ?? []).map((issue) => toProblem('/decisions', issue)),
  ];
  return { kind: 'refused', problems: [...problems, ...found] };
}
