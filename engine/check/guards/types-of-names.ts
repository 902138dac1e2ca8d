// The types of the names that an expression may use, where it stands: a variable has the type of its start value as
// long as nothing sets it to another, and a result that of the form of the task that was completed.
import { typesOfScope } from '../../expression/check-expression.ts';
import { checkFeel } from '../../expression/check-feel.ts';
import { any, contextOf, type FeelType, join, text, typeOfJson } from '../../expression/types/feel-type.ts';
import type { Json } from '../../model/json.ts';
import type { Trigger } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { actionsAt, triggersAt } from '../places.ts';
import { completedTask, formSchemaReader } from './form-schemas.ts';
import { schemaType } from './schema-type.ts';

export type NameTypes = Readonly<Record<string, FeelType>>;

/** By what the transition waits for; null where no event says what was given. */
export type TypesWhen = (trigger: Trigger | null) => NameTypes;

const noResult: NameTypes = {};

/** One and the same for all tasks of a form. */
function resultTypes(view: ChartView): TypesWhen {
  const schemaOf = formSchemaReader(view);
  const known = new Map<Json | undefined, NameTypes>();
  return (trigger) => {
    const task = trigger === null ? null : completedTask(trigger);
    if (task === null) return noResult;
    const schema = schemaOf(task);
    const before = known.get(schema);
    if (before) return before;
    const result = schemaType(schema);
    const types = { result, event: contextOf({ type: text, data: contextOf({ result }, true) }, true) };
    known.set(schema, types);
    return types;
  };
}

/** The same names with what a result is, made once for each. */
function withResults(scope: NameTypes, results: TypesWhen): TypesWhen {
  const known = new Map<NameTypes, NameTypes>();
  return (trigger) => {
    const given = results(trigger);
    const types = known.get(given) ?? { ...scope, ...given };
    known.set(given, types);
    return types;
  };
}

/** What the engine computes, and the decisions of the cycle. */
const scopeOf = ({ decisions }: ChartView): NameTypes => ({ ...decisions?.types, ...typesOfScope([]) });

/** Start values, each joined with what the variable is set to anywhere. */
function variableTypes(view: ChartView, results: TypesWhen): NameTypes {
  const triggers = triggersAt(view);
  const types: Record<string, FeelType> = {};
  for (const [name, value] of Object.entries(view.cycle.variables ?? {})) types[name] = typeOfJson(value);
  const typesWhen = withResults({ ...scopeOf(view), ...types }, results);
  const typeOf = readOnce((value, known) => checkFeel(value, { types: known }).type);
  for (const { action, place } of actionsAt(view)) {
    if (action.do !== 'set') continue;
    const before = types[action.variable];
    if (before === undefined) continue;
    const given = () => typeOf(action.value, typesWhen(triggers.of(place)));
    types[action.variable] = before.kind === 'any' ? any : join(before, given());
  }
  return types;
}

export function typesOfNames(view: ChartView): TypesWhen {
  const results = resultTypes(view);
  return withResults({ ...variableTypes(view, results), ...scopeOf(view) }, results);
}

/** A text means the same wherever the same names are in scope: cycles repeat themselves. */
export function readOnce<Value>(
  read: (text: string, types: NameTypes) => Value,
): (text: string, types: NameTypes) => Value {
  const known = new Map<NameTypes, Map<string, Value>>();
  return (text, types) => {
    const among = known.get(types) ?? new Map<string, Value>();
    known.set(types, among);
    const before = among.get(text);
    if (before !== undefined) return before;
    const value = read(text, types);
    among.set(text, value);
    return value;
  };
}
