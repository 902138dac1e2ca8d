// The types of the names that an expression may use, where it stands: a variable has the type of its start value as
// long as nothing sets it to another, and a result that of the form of the task that was completed.
import { typesOfScope } from '../../expression/check-expression.ts';
import { checkFeel } from '../../expression/check-feel.ts';
import { any, contextOf, type FeelType, join, text, typeOfJson } from '../../expression/types/feel-type.ts';
import type { Trigger } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { actionsAt, triggersAt } from '../places.ts';
import { completedTask, formSchemaReader } from './form-schemas.ts';
import { schemaType } from './schema-type.ts';

export type NameTypes = Readonly<Record<string, FeelType>>;

/** By what the transition waits for; null where no event says what was given. */
export type TypesWhen = (trigger: Trigger | null) => NameTypes;

function resultTypes(view: ChartView): (trigger: Trigger | null) => NameTypes {
  const schemaOf = formSchemaReader(view);
  const known = new Map<string, NameTypes>();
  return (trigger) => {
    const task = trigger === null ? null : completedTask(trigger);
    if (task === null) return {};
    const before = known.get(task);
    if (before) return before;
    const result = schemaType(schemaOf(task));
    const event = contextOf({ type: text, data: contextOf({ result }, true) }, true);
    known.set(task, { result, event });
    return { result, event };
  };
}

/** What the engine computes, and the decisions of the cycle. */
const scopeOf = ({ decisions }: ChartView): NameTypes => ({ ...decisions?.types, ...typesOfScope([]) });

/** Start values, each joined with what the variable is set to anywhere. */
function variableTypes(view: ChartView, results: TypesWhen): NameTypes {
  const triggers = triggersAt(view);
  const types: Record<string, FeelType> = {};
  for (const [name, value] of Object.entries(view.cycle.variables ?? {})) types[name] = typeOfJson(value);
  const starting = { ...types };
  for (const { action, place } of actionsAt(view)) {
    if (action.do !== 'set') continue;
    const before = types[action.variable];
    if (before === undefined) continue;
    const known = { ...scopeOf(view), ...starting, ...results(triggers.of(place)) };
    types[action.variable] =
      before.kind === 'any' ? any : join(before, checkFeel(action.value, { types: known }).type);
  }
  return types;
}

export function typesOfNames(view: ChartView): TypesWhen {
  const results = resultTypes(view);
  const scope = { ...variableTypes(view, results), ...scopeOf(view) };
  const known = new Map<NameTypes, NameTypes>();
  return (trigger) => {
    const given = results(trigger);
    const types = known.get(given) ?? { ...scope, ...given };
    known.set(given, types);
    return types;
  };
}
