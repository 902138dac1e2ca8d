// Walking the problems with F8, or picking one of them: it shows its place on the canvas and focuses its field.
import { useState } from 'react';
import { t } from '../../language/index.ts';
import type { Editing } from '../../panels/editing.ts';
import { unchecked } from '../../panels/problem-words.ts';
import type { Builder } from './use-builder.ts';

export function useProblemWalk({ problems, checked, goTo, showWay, say }: Editing, builder: Builder) {
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const show = (index: number) => {
    const problem = problems[index];
    if (!problem) return;
    setCurrent(index);
    if (problem.stage !== null) builder.reveal(problem.stage);
    goTo(problem.pointer);
    showWay(problem);
    const [number, count, message] = [index + 1, problems.length, problem.message];
    say(
      problem.severity === 'info'
        ? t('Note {number} of {count}: {message}', { number, count, message })
        : t('Problem {number} of {count}: {message}', { number, count, message }),
    );
  };
  const nextProblem = (step: 1 | -1) => {
    if (problems.length === 0)
      return say(checked.state === 'checked' ? t('There are no problems.') : unchecked[checked.state]);
    const from = current ?? (step === 1 ? -1 : 0);
    setOpen(true);
    show((from + step + problems.length) % problems.length);
  };
  return { open, current, show, nextProblem, toggle: () => setOpen(!open) };
}
