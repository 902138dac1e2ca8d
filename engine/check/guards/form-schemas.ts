// What completing a task gives, as the JSON Schema of its form.
import { z } from 'zod';
import { formSchemas, isBuiltInForm } from '../../model/forms.ts';
import type { Json } from '../../model/json.ts';
import { eventTypeOf, type Trigger } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { taskOfEvent, tasksOf } from '../tasks-of.ts';

/** The task whose completion a transition waits for. */
export function completedTask(trigger: Trigger): string | null {
  const type = eventTypeOf(trigger);
  return type.endsWith('.completed') ? taskOfEvent(type) : null;
}

/** By the key of a task; a built-in form is written out once, when it is first asked for. */
export function formSchemaReader(view: ChartView): (task: string) => Json | undefined {
  const forms = new Map(
    view.stages.flatMap(({ stage }) => tasksOf(stage).map(([key, { form }]) => [key, form])),
  );
  const written = new Map<string, Json>();
  return (task) => {
    const form = forms.get(task);
    if (form === undefined) return undefined;
    if (!isBuiltInForm(form)) return typeof form === 'string' ? undefined : form;
    const schema = written.get(form) ?? JSON.parse(JSON.stringify(z.toJSONSchema(formSchemas[form])));
    written.set(form, schema);
    return schema;
  };
}
