// Forms that a cycle gives as a JSON Schema: one that cannot be filled in would leave its task open for ever.
import { formFault } from '../forms/check-result.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { tasksOf } from './tasks-of.ts';

export function checkForms({ stages }: ChartView): Problem[] {
  return stages.flatMap(({ id, stage, place }) =>
    tasksOf(stage).flatMap(([key, { form }]) => {
      const fault = formFault(form);
      const at = { place: `${place}/tasks/${key}/form`, stage: id };
      return fault === null
        ? []
        : [makeProblem('DOC-form', 'error', at, `This form cannot be used. ${fault}`)];
    }),
  );
}
