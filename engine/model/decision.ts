// Decisions of a cycle: decision tables and other boxed expressions as DMN has them, the types that they
// refer to, and what they leave behind when they were taken. Keys are FEEL names and may contain spaces.
import { z } from 'zod';
import type { Json } from './json.ts';

const feel = z.string().trim().min(1).max(4096);
/** A cell may be empty: then it says nothing. */
const cell = z.string().trim().max(4096);
const text = z.string().trim().max(4000);
const label = z.string().trim().min(1).max(200);

/** One that FEEL reads as a single name wherever it stands. */
export const decisionNameSchema = z
  .string()
  .max(100)
  .regex(
    /^[\p{L}_][\p{L}\p{N}_]*( [\p{L}\p{N}_]+)*$/u,
    'Use letters, digits and _, in words joined by single spaces, starting with a letter.',
  );

/** Names inside one decision: FEEL may have to be told where such a name ends. */
const localName = z
  .string()
  .max(200)
  .regex(/^\S+( \S+)*$/, 'Use words joined by single spaces.');

/** string, number, boolean, date, time, date and time, days and time duration, years and months duration, Any, or a type of the cycle. */
const typeName = z.string().trim().min(1).max(200);

export const builtInTypes = [
  'Any',
  'boolean',
  'date',
  'date and time',
  'days and time duration',
  'number',
  'string',
  'time',
  'years and months duration',
] as const;
export type BuiltInType = (typeof builtInTypes)[number];

export interface DecisionType {
  description?: string | undefined;
  /** What it is made of; a structure has fields instead. */
  type?: string | undefined;
  /** A list of such values. */
  list?: true | undefined;
  /** Unary tests that every value, and every item of a list, has to pass. */
  allowed?: string | undefined;
  /** Unary tests that the value has to pass as a whole. */
  constraint?: string | undefined;
  fields?: { [name: string]: DecisionType } | undefined;
}
export const decisionTypeBase = z.strictObject({
  description: text.optional(),
  type: typeName.optional(),
  list: z.literal(true).optional(),
  allowed: feel.optional(),
  constraint: feel.optional(),
});
export const decisionTypeSchema: z.ZodType<DecisionType> = z.lazy(() =>
  decisionTypeBase.extend({ fields: z.record(localName, decisionTypeSchema).optional() }),
);

/** As DMN writes them in the corner of a table. */
export const hitPolicies = ['U', 'A', 'P', 'F', 'R', 'O', 'C', 'C+', 'C<', 'C>', 'C#'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

export const tableInputSchema = z.strictObject({
  label: label.optional(),
  expression: feel,
  type: typeName.optional(),
  /** Unary tests; the table has no value when the input does not pass them. */
  allowed: feel.optional(),
});
export type TableInput = z.infer<typeof tableInputSchema>;

export const tableOutputSchema = z.strictObject({
  /** Needed when there are several: the value is then a context. */
  name: localName.optional(),
  label: label.optional(),
  type: typeName.optional(),
  /** Unary tests; for the hit policies P and O their order is that of priority. */
  allowed: feel.optional(),
  default: feel.optional(),
});
export type TableOutput = z.infer<typeof tableOutputSchema>;

export const tableRuleSchema = z.strictObject({
  description: text.optional(),
  /** Unary tests, one for each input; - is any value. */
  when: z.array(cell),
  /** FEEL, one for each output. */
  give: z.array(cell),
  /** One for each annotation. */
  notes: z.array(text).min(1).optional(),
});
export type TableRule = z.infer<typeof tableRuleSchema>;

export const parameterSchema = z.strictObject({ name: localName, type: typeName.optional() });
export type Parameter = z.infer<typeof parameterSchema>;

export const literalLogic = z.strictObject({
  kind: z.literal('expression'),
  type: typeName.optional(),
  text: feel,
});
export const tableLogic = z.strictObject({
  kind: z.literal('table'),
  type: typeName.optional(),
  /** U unique (the default), A any, P priority, F first, R rule order, O output order, C collect, C+ sum, C< least, C> greatest, C# count. */
  hit: z.enum(hitPolicies).optional(),
  inputs: z.array(tableInputSchema).max(50),
  outputs: z.array(tableOutputSchema).min(1).max(50),
  annotations: z.array(text).min(1).max(20).optional(),
  rules: z.array(tableRuleSchema).max(2000),
});
export type LiteralLogic = z.infer<typeof literalLogic>;
export type DecisionTable = z.infer<typeof tableLogic>;

type Optional<T> = T | undefined;
export interface ContextEntry {
  /** Without a name it is what the context gives. */
  name?: Optional<string>;
  type?: Optional<string>;
  logic: DecisionLogic;
}
export interface Argument {
  name: string;
  type?: Optional<string>;
  logic: DecisionLogic;
}
export type DecisionLogic =
  | LiteralLogic
  | DecisionTable
  | { kind: 'context'; type?: Optional<string>; entries: ContextEntry[] }
  | { kind: 'list'; type?: Optional<string>; items: DecisionLogic[] }
  | { kind: 'relation'; type?: Optional<string>; columns: Parameter[]; rows: DecisionLogic[][] }
  | { kind: 'invocation'; type?: Optional<string>; function: string; arguments: Argument[] }
  | { kind: 'function'; type?: Optional<string>; parameters: Parameter[]; body: DecisionLogic }
  | {
      kind: 'conditional';
      type?: Optional<string>;
      test: DecisionLogic;
      yes: DecisionLogic;
      no: DecisionLogic;
    }
  | { kind: 'filter'; type?: Optional<string>; in: DecisionLogic; match: DecisionLogic }
  | {
      kind: 'for' | 'some' | 'every';
      type?: Optional<string>;
      variable: string;
      in: DecisionLogic;
      /** What `for` returns, or `some` and `every` ask of each item. */
      body: DecisionLogic;
    };
export type LogicKind = DecisionLogic['kind'];

const logic: z.ZodType<DecisionLogic> = z.lazy(() => decisionLogicSchema);
const typed = { type: typeName.optional() };
const iteration = <Kind extends 'for' | 'some' | 'every'>(kind: Kind) =>
  z.strictObject({ kind: z.literal(kind), ...typed, variable: localName, in: logic, body: logic });

export const contextEntrySchema = z.strictObject({
  name: localName.optional(),
  ...typed,
  logic,
});
export const argumentSchema = z.strictObject({ name: localName, ...typed, logic });
export const logicShapes = {
  expression: literalLogic,
  table: tableLogic,
  context: z.strictObject({ kind: z.literal('context'), ...typed, entries: z.array(contextEntrySchema) }),
  list: z.strictObject({ kind: z.literal('list'), ...typed, items: z.array(logic) }),
  relation: z.strictObject({
    kind: z.literal('relation'),
    ...typed,
    columns: z.array(parameterSchema).min(1),
    rows: z.array(z.array(logic)),
  }),
  invocation: z.strictObject({
    kind: z.literal('invocation'),
    ...typed,
    /** FEEL that gives the function: its name as a rule. */
    function: feel,
    arguments: z.array(argumentSchema),
  }),
  function: z.strictObject({
    kind: z.literal('function'),
    ...typed,
    parameters: z.array(parameterSchema),
    body: logic,
  }),
  conditional: z.strictObject({
    kind: z.literal('conditional'),
    ...typed,
    test: logic,
    yes: logic,
    no: logic,
  }),
  filter: z.strictObject({ kind: z.literal('filter'), ...typed, in: logic, match: logic }),
  for: iteration('for'),
  some: iteration('some'),
  every: iteration('every'),
} satisfies Record<LogicKind, z.ZodType>;

export const decisionLogicSchema: z.ZodType<DecisionLogic> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    logicShapes.expression,
    logicShapes.table,
    logicShapes.context,
    logicShapes.list,
    logicShapes.relation,
    logicShapes.invocation,
    logicShapes.function,
    logicShapes.conditional,
    logicShapes.filter,
    logicShapes.for,
    logicShapes.some,
    logicShapes.every,
  ]),
);

export const decisionSchema = z.strictObject({
  /** As people call it; expressions use its key. */
  name: label.optional(),
  description: text.optional(),
  /** What its value has to be; one that does not fit is null. */
  type: typeName.optional(),
  /** With parameters it is a function (a business knowledge model) that other decisions invoke. */
  parameters: z.array(parameterSchema).optional(),
  logic,
});
export type Decision = z.infer<typeof decisionSchema>;

export const decisionTypesSchema = z.record(decisionNameSchema, decisionTypeSchema);
export const decisionsSchema = z.record(decisionNameSchema, decisionSchema);

/** What a decision looked at when it was taken, for "why is this plan here?". */
export interface DecisionTrace {
  decision: string;
  /** The values of a table's inputs by what their column shows; empty for other logic. */
  inputs: { label: string; value: Json }[];
  /** The rules of the table that matched, counted from 0. */
  rows: number[];
  value: Json;
  /** What went wrong on the way, in words. */
  problems: string[];
}
