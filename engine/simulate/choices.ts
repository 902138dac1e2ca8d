// What people fill in: a result that fits the task's form, with each choice drawn by its weight.
import type { BuiltInForm, CycleTask } from '../model/cycle.ts';
import type { Goal } from '../model/goal.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Choices, Weights } from '../model/simulation.ts';
import { type Draw, weightedIndex } from './draw.ts';
import type { Random } from './random.ts';

type Picked = Record<string, Json>;

interface FormModel {
  /** By field: what it may be, and how likely. */
  fields: Record<string, { values: Json[]; weights: number[] }>;
  complete: (picked: Picked, goals: readonly Pick<Goal, 'id'>[]) => JsonObject;
}

export type DrawResult = (goals: readonly Goal[], random: Random) => JsonObject;

const comment = 'Simulated.';
const among = (weights: Weights): FormModel['fields'][string] => ({
  values: Object.keys(weights),
  weights: Object.values(weights),
});
const judged = { below: 0.15, meets: 0.7, exceeds: 0.15 };
const withComment = (picked: Picked): JsonObject => ({ ...picked, comment });

const builtIn: Record<BuiltInForm, FormModel> = {
  'plan-agreement': { fields: { decision: among({ agreed: 0.85, returned: 0.15 }) }, complete: withComment },
  goals: { fields: {}, complete: () => ({ goals: [], comment }) },
  measures: { fields: {}, complete: () => ({ measures: [], comment }) },
  standards: { fields: {}, complete: () => ({ standards: [], comment }) },
  observation: { fields: {}, complete: () => ({ observations: [], comment }) },
  feedback: { fields: {}, complete: () => ({ text: comment }) },
  'self-appraisal': {
    fields: { results: among(judged), methods: among(judged) },
    complete: (picked, goals) => ({
      ...picked,
      goals: goals.slice(0, 50).map(({ id }) => ({ goalId: id, text: comment })),
      evidence: comment,
    }),
  },
  appraisal: {
    fields: { results: among(judged), methods: among(judged) },
    complete: ({ results = null, methods = null }, goals) => ({
      goals: goals.slice(0, 50).map(({ id }) => ({ goalId: id, results, methods, evidence: comment })),
      methods,
      summary: comment,
    }),
  },
  calibration: {
    fields: { decision: among({ kept: 0.85, changed: 0.15 }) },
    complete: (picked) => ({ ...picked, reason: comment }),
  },
  acknowledgement: { fields: { decision: among({ signed: 0.95, refused: 0.05 }) }, complete: withComment },
  reward: { fields: { decision: among({ approved: 0.9, declined: 0.1 }) }, complete: withComment },
  intervention: {
    fields: { cause: among({ measure: 1, standard: 1, method: 1, resources: 1, capability: 1 }) },
    complete: (picked) => ({ ...picked, analysis: comment }),
  },
  nomination: { fields: {}, complete: () => ({ peers: [], reports: [], comment }) },
};

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** More numbers than this are told apart by their ends alone. */
const mostNumbers = 21;

function numbersOf({ minimum, maximum, type }: JsonObject): number[] {
  const low = typeof minimum === 'number' ? minimum : 0;
  const high = typeof maximum === 'number' ? maximum : low + 1;
  const count = Math.floor(high - low) + 1;
  return type === 'integer' && count <= mostNumbers
    ? Array.from({ length: count }, (_, step) => low + step)
    : [low, high];
}

/** All that a field of a JSON Schema is drawn from. */
function valuesOf(field: Json): Json[] {
  if (!isObject(field)) return [comment];
  if (Array.isArray(field.enum)) return field.enum;
  if ('const' in field) return [field.const ?? null];
  switch (field.type) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return numbersOf(field);
    case 'array':
      return [[]];
    case 'object':
      return [firstOf(field)];
    default:
      return [comment];
  }
}

const propertiesOf = (schema: JsonObject): [string, Json][] =>
  Object.entries(isObject(schema.properties) ? schema.properties : {});
const firstOf = (schema: JsonObject): JsonObject =>
  Object.fromEntries(propertiesOf(schema).map(([name, field]) => [name, valuesOf(field)[0] ?? null]));

function modelOf(form: CycleTask['form']): FormModel {
  if (typeof form === 'string') return builtIn[form];
  const fields = propertiesOf(form).map(([name, field]): [string, FormModel['fields'][string]] => {
    const values = valuesOf(field);
    return [name, { values, weights: values.map(() => 1) }];
  });
  return { fields: Object.fromEntries(fields), complete: (picked) => picked };
}

/** The fields of a form's result in which something is chosen among few. */
export const choiceFields = (form: CycleTask['form']): string[] =>
  Object.entries(modelOf(form).fields).flatMap(([name, { values }]) => (values.length > 1 ? [name] : []));

export interface FormChoice {
  field: string;
  /** At first the one that is drawn most often. */
  values: Json[];
}

/** What a person chooses among few in a form, for a rehearsal that asks the designer instead of chance. */
export const formChoices = (form: CycleTask['form']): FormChoice[] =>
  Object.entries(modelOf(form).fields).flatMap(([field, { values, weights }]) =>
    values.length > 1 ? [{ field, values: likeliestFirst(values, weights) }] : [],
  );

const likeliestFirst = (values: readonly Json[], weights: readonly number[]): Json[] =>
  values
    .map((value, at) => ({ value, weight: weights[at] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ value }) => value);

/** A result that fits the form, with the likeliest of what was not picked. */
export function fillForm(
  form: CycleTask['form'],
  picked: JsonObject,
  goals: readonly Pick<Goal, 'id'>[],
): JsonObject {
  const { fields, complete } = modelOf(form);
  const likeliest = Object.entries(fields).map(([field, { values, weights }]): [string, Json] => [
    field,
    likeliestFirst(values, weights)[0] ?? null,
  ]);
  return complete({ ...Object.fromEntries(likeliest), ...picked }, goals);
}

/** Values that the form does not know are taken as text. */
function weighed(field: FormModel['fields'][string] | undefined, weights: Weights) {
  const byText = new Map((field?.values ?? []).map((value) => [String(value), value]));
  return {
    values: Object.keys(weights).map((text) => byText.get(text) ?? text),
    weights: Object.values(weights),
  };
}

interface Chooser {
  name: string;
  values: readonly Json[];
  pick: Draw;
}

function choosersOf({ fields }: FormModel, choices: readonly (Choices | undefined)[]): Chooser[] {
  const given: Choices = Object.assign({}, ...choices);
  const overridden = Object.entries(given).map(([name, weights]): [string, FormModel['fields'][string]] => [
    name,
    weighed(fields[name], weights),
  ]);
  return Object.entries({ ...fields, ...Object.fromEntries(overridden) }).map(
    ([name, { values, weights }]) => ({
      name,
      values,
      pick: weightedIndex(weights),
    }),
  );
}

/** The later choices go before the earlier ones. Equal results are one and the same object. */
export function resultDrawer(form: CycleTask['form'], ...choices: (Choices | undefined)[]): DrawResult {
  const model = modelOf(form);
  const choosers = choosersOf(model, choices);
  const made = new WeakMap<readonly Goal[], Map<number, JsonObject>>();
  return (goals, random) => {
    const known = made.get(goals) ?? new Map<number, JsonObject>();
    made.set(goals, known);
    let key = 0;
    const indices = choosers.map(({ values, pick }) => {
      const index = pick(random);
      key = key * values.length + index;
      return index;
    });
    const before = known.get(key);
    if (before) return before;
    const picked = choosers.map(({ name, values }, at): [string, Json] => [
      name,
      values[indices[at] ?? 0] ?? null,
    ]);
    const result = model.complete(Object.fromEntries(picked), goals);
    known.set(key, result);
    return result;
  };
}
