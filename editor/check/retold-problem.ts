// What the check found, in the language of the page: its sentence, its notes, and what each way to mend it is called.
import type { Problem } from '../../engine/index.ts';
import { retell } from '../language/index.ts';

export const retoldProblem = (problem: Problem): Problem => ({
  ...problem,
  message: retell(problem.message),
  ...(problem.related && {
    related: problem.related.map((place) => ({ ...place, note: retell(place.note) })),
  }),
  ...(problem.fixes && { fixes: problem.fixes.map((fix) => ({ ...fix, title: retell(fix.title) })) }),
});
