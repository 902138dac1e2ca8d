// CYC-13: a calibration comes before the release and gives its reason. CYC-18: no outcome has a quota.
import type { Guard } from '../../expression/guards/guard.ts';
import { atomsOf } from '../../expression/guards/guard.ts';
import type { CycleTask } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { append, remove, replace } from '../fixes/edits.ts';
import type { Flow } from '../flow.ts';
import { completedTask } from '../guards/form-schemas.ts';
import { transitionsAt } from '../places.ts';
import type { TaskAt } from '../tasks-of.ts';
import type { RatingWalk } from './rating-walk.ts';

type OwnForm = { [key: string]: Json };
export const ownForm = ({ form }: CycleTask): OwnForm | null => (typeof form === 'string' ? null : form);

export function requiredIn(form: OwnForm): string[] {
  const { required } = form;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

export const propertiesIn = ({ properties }: OwnForm): OwnForm =>
  typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};

/** The commands that make a form ask for a text. */
export function demandText(form: OwnForm, path: string, name: string, title: string) {
  const field = { type: 'string', title, minLength: 1 };
  const list = Array.isArray(form.required) ? form.required : undefined;
  const properties = propertiesIn(form);
  const asks = Object.hasOwn(properties, name);
  const added =
    form.properties === undefined
      ? [{ op: 'add' as const, path: `${path}/properties`, value: { [name]: field } }]
      : [{ op: 'add' as const, path: `${path}/properties/${name}`, value: field }];
  return [
    ...(asks ? [] : added),
    ...(requiredIn(form).includes(name) ? [] : [append(list, `${path}/required`, name)]),
  ];
}

function tooLate({ graph }: Flow, { visits }: RatingWalk, { place, stage, task }: TaskAt): Problem[] {
  const late = visits.some(
    ({ node, phase }) => phase.rating === 'released' && graph.nodes[node]?.active.includes(stage),
  );
  if (!late) return [];
  const message = `"${task.title}" can come after the ratings were released. Calibrate before a stage releases them.`;
  return [makeProblem('CYC-13', 'warning', { place, stage }, message)];
}

function withoutReason({ place, stage, task }: TaskAt): Problem[] {
  const form = ownForm(task);
  if (form === null || requiredIn(form).includes('reason')) return [];
  const message = `"${task.title}" may change a rating without saying why. Make "reason" a required field of its form.`;
  const problem = makeProblem('CYC-13', 'warning', { place: `${place}/form`, stage }, message);
  return [
    {
      ...problem,
      fixes: [
        { title: 'Ask for the reason', commands: demandText(form, `/${place}/form`, 'reason', 'Reason') },
      ],
    },
  ];
}

export const checkCalibrations = (flow: Flow, walk: RatingWalk): Problem[] =>
  walk.tasks
    .filter(({ purpose }) => purpose === 'calibration')
    .flatMap((task) => [...tooLate(flow, walk, task), ...withoutReason(task)]);

function forcedShares({ place, stage, task: { distribution } }: TaskAt): Problem[] {
  if (distribution?.forced !== true) return [];
  const message =
    'A quota forces ratings that results do not support (5 CFR 430.208(c)). Keep the shares as a guide.';
  const problem = makeProblem('CYC-18', 'error', { place: `${place}/distribution/forced`, stage }, message);
  return [
    {
      ...problem,
      fixes: [{ title: 'Make it a guide', commands: [replace(`/${place}/distribution/forced`, false)] }],
    },
  ];
}

/** How many of the children came to an outcome. */
const countsOutcomes = (text: string): boolean =>
  /\bcount\(/.test(text) && /\bchildren\b/.test(text) && /\boutcome\b/.test(text);

const isQuota = (guard: Guard): boolean =>
  atomsOf(guard).some(
    (atom) =>
      atom.kind === 'compare' &&
      [atom.left, atom.right].some((term) => term.kind === 'opaque' && countsOutcomes(term.text)),
  );

/** A calibration that is taken only when so many have an outcome forces it just as well. */
function quotaGuards(view: ChartView, { reader }: Flow, { tasks }: RatingWalk): Problem[] {
  const calibrations = new Set(tasks.flatMap(({ key, purpose }) => (purpose === 'calibration' ? [key] : [])));
  return transitionsAt(view).flatMap(({ trigger, transition: { guard }, place, stage }) => {
    const task = completedTask(trigger);
    const read =
      guard === undefined || task === null || !calibrations.has(task) ? null : reader.guardOf(guard);
    if (read === null || !isQuota(read)) return [];
    const message =
      'This guard lets a calibration pass only when so many have an outcome: a quota (5 CFR 430.208(c)). Remove it.';
    const problem = makeProblem('CYC-18', 'error', { place: `${place}/guard`, stage }, message);
    return [{ ...problem, fixes: [{ title: 'Remove the guard', commands: [remove(`/${place}/guard`)] }] }];
  });
}

export const checkQuotas = (view: ChartView, flow: Flow, walk: RatingWalk): Problem[] => [
  ...walk.tasks.flatMap(forcedShares),
  ...quotaGuards(view, flow, walk),
];
