// What a cycle accepts, with its reason: such warnings become notes. Errors are not anybody's to accept.
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { checkCodes } from './codes.ts';
import { remove } from './fixes/edits.ts';

const known = new Map(checkCodes.map((entry) => [entry.code, entry]));

function misplaced(view: ChartView, code: string, problems: readonly Problem[]): Problem[] {
  const at = { place: `accepts/${code}`, stage: null };
  const fixes = [{ title: 'Remove it', commands: [remove(`/accepts/${code}`)] }];
  const entry = known.get(code);
  if (entry === undefined) {
    const meant = nearest(code, [...known.keys()]);
    const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
    return [{ ...makeProblem('DOC-accepts', 'error', at, `There is no check "${code}".${hint}`), fixes }];
  }
  const own = problems.filter((problem) => problem.code === code);
  if (own.some(({ severity }) => severity === 'error')) {
    const message = `${code} is an error here, and errors cannot be accepted. Mend it.`;
    return [{ ...makeProblem('DOC-accepts', 'warning', at, message), fixes }];
  }
  if (own.length > 0) return [];
  const message = `"${view.cycle.name}" accepts ${code}, and there is nothing to accept any more.`;
  return [{ ...makeProblem('DOC-accepts', 'info', at, message), fixes }];
}

export function withAccepted(view: ChartView, problems: readonly Problem[]): Problem[] {
  const { accepts = {} } = view.cycle;
  const noted = problems.map((problem): Problem => {
    const reason = accepts[problem.code];
    if (reason === undefined || problem.severity !== 'warning') return problem;
    return { ...problem, severity: 'info', message: `${problem.message} Accepted: ${reason}` };
  });
  return [...noted, ...Object.keys(accepts).flatMap((code) => misplaced(view, code, problems))];
}
