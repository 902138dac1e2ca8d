// CYC-22: no rating without evidence. The built-in forms ask for it; a form of one's own has to.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';
import { demandText, ownForm, requiredIn } from './calibration.ts';

const asksForRating = ({ purpose }: TaskAt): boolean =>
  purpose === 'appraisal' || purpose === 'self-appraisal';

export const checkEvidence = (view: ChartView): Problem[] =>
  tasksAt(view.stages)
    .filter(asksForRating)
    .flatMap(({ task, place, stage }) => {
      const form = ownForm(task);
      if (form === null || requiredIn(form).some((name) => /evidence/i.test(name))) return [];
      const message = `"${task.title}" asks for a rating and for nothing that supports it. Make "evidence" a required field of its form.`;
      const problem = makeProblem('CYC-22', 'warning', { place: `${place}/form`, stage }, message);
      const commands = demandText(form, `/${place}/form`, 'evidence', 'What shows it? Link to it.');
      return [{ ...problem, fixes: [{ title: 'Ask for evidence', commands }] }];
    });
