// The decisions of a cycle to DMN and back. What comes back is what went out; input data is left behind,
// since a cycle's decisions look at its plans.
import type { z } from 'zod';
import { typesOfScope } from '../../expression/check-expression.ts';
import type { Cycle } from '../../model/cycle.ts';
import {
  type Decision,
  type DecisionType,
  decisionNameSchema,
  decisionsSchema,
  decisionTypesSchema,
} from '../../model/decision.ts';
import type { Problem } from '../../model/problem.ts';
import { compileModel } from '../compile/compile-model.ts';
import { compileCycleDecisions, decisionModelOf } from '../cycle-decisions.ts';
import { type DecisionInput, type DecisionModel, pointerKey } from '../decision-model.ts';
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

const wordsIn = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .trim();

/** In a cycle a name is a key that guards are written with: of words alone. */
function nameProblems(at: string, names: readonly string[]): Problem[] {
  return names
    .filter((name) => !decisionNameSchema.safeParse(name).success)
    .map((name) => {
      const better = wordsIn(name);
      const offer = decisionNameSchema.safeParse(better).success
        ? ` Call it "${better}" in the DMN file.`
        : '';
      const message = `A cycle cannot have the name "${name}": it may have letters, digits and _, in words joined by single spaces, starting with a letter.${offer}`;
      return {
        code: 'DEC-13',
        severity: 'error',
        pointer: `${at}/${pointerKey(name)}`,
        stage: null,
        message,
      };
    });
}

const toProblem = (at: string, { path, message }: z.core.$ZodIssue): Problem => ({
  code: 'DEC-13',
  severity: 'error',
  pointer: [at, ...path.map((key) => pointerKey(String(key)))].join('/'),
  stage: null,
  message: `A cycle cannot take this. ${message}`,
});

/** A decision is called by its variable where that has another name: the expressions say that. */
function byVariable({ decisions, variables }: DecisionModel): Record<string, Decision> {
  return Object.fromEntries(
    Object.entries(decisions).map(([name, decision]) => {
      const variable = variables?.get(name);
      const free = variable !== undefined && !Object.hasOwn(decisions, variable);
      return free ? [variable, { ...decision, name: decision.name ?? name }] : [name, decision];
    }),
  );
}

export function decisionsFromDmn(xml: string): DecisionsFromDmn {
  const { model, problems } = importDmn(xml);
  if (model === null || problems.some(({ severity }) => severity === 'error'))
    return { kind: 'refused', problems };
  const called = byVariable(model);
  const misnamed = [
    ...nameProblems('/types', Object.keys(model.types)),
    ...nameProblems('/decisions', Object.keys(called)),
  ];
  if (misnamed.length > 0) return { kind: 'refused', problems: [...problems, ...misnamed] };
  const types = decisionTypesSchema.safeParse(model.types);
  const decisions = decisionsSchema.safeParse(called);
  if (types.success && decisions.success) {
    const inputs = Object.keys(model.inputs).map((name) => model.variables?.get(name) ?? name);
    return { kind: 'read', types: types.data, decisions: decisions.data, inputs, problems };
  }
  const found = [
    ...(types.error?.issues ?? []).map((issue) => toProblem('/types', issue)),
    ...(decisions.error?.issues ?? []).map((issue) => toProblem('/decisions', issue)),
  ];
  return { kind: 'refused', problems: [...problems, ...found] };
}
