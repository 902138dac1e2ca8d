// CYC-06: each task has somebody who gets it, for every component that goes through the cycle.
import type { Component } from '../../model/component.ts';
import type { CycleTask } from '../../model/cycle.ts';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { isRelation } from '../../statechart/step/resolve-assignee.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { replace } from '../fixes/edits.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';
import { type Directory, isRole, peopleFor, roles } from './directory.ts';

const escalatedTo = (task: CycleTask): string[] =>
  task.due === undefined ? [] : (task.escalate ?? []).map(({ to }) => to);

/** A role that nobody can have. */
function unknownRole(relation: string, place: string, stage: string): Problem[] {
  const [, name] = /^role:(.*)$/.exec(relation) ?? [];
  if (name === undefined || isRole(name) || !isRelation(relation)) return [];
  const meant = nearest(name, roles) ?? 'hr';
  const message = `Nobody can have the role "${name}": there are ${roles.join(', ')}. Use one of them.`;
  const problem = makeProblem('CYC-06', 'error', { place, stage }, message);
  return [
    {
      ...problem,
      fixes: [{ title: `Use role:${meant}`, commands: [replace(`/${place}`, `role:${meant}`)] }],
    },
  ];
}

const unknownRoles = ({ task, place, stage }: TaskAt): Problem[] => [
  ...unknownRole(task.assignee, `${place}/assignee`, stage),
  ...(task.escalate ?? []).flatMap(({ to }, rung) => unknownRole(to, `${place}/escalate/${rung}/to`, stage)),
];

/** Relations that are empty somewhere in any organisation, and where. */
function emptySomewhere(relation: string): string | null {
  if (/^manager(\.manager)+$/.test(relation)) return 'nobody stands two levels above the top';
  if (relation.startsWith('peers(')) return 'an only child has no peers';
  return relation === 'reports' ? 'a component without parts has no reports' : null;
}

/** What nobody does then holds nothing up. */
const leadsOnByTimer = (view: ChartView, stage: string): boolean =>
  (view.transitions.get(stage) ?? []).some(
    ({ trigger, transition }) => trigger.kind === 'timer' && transition.to !== undefined,
  );

/** Without an organisation to look at: what else happens when the relation is empty? */
function withoutFallback(view: ChartView, { task, place, stage }: TaskAt): Problem[] {
  const why = emptySomewhere(task.assignee);
  const leadsOn = leadsOnByTimer(view, stage);
  const fallbacks = escalatedTo(task).filter((to) => emptySomewhere(to) === null);
  if (why === null || leadsOn || fallbacks.length > 0) return [];
  const message = `"${task.assignee}" may be nobody: ${why}. Escalate the task to somebody who is always there, or lead on by a timer.`;
  const problem = makeProblem('CYC-06', 'warning', { place: `${place}/assignee`, stage }, message);
  const rung = { after: '1bd', to: 'role:hr' };
  const commands = [
    ...(task.due === undefined ? [{ op: 'add' as const, path: `/${place}/due`, value: '10bd' }] : []),
    task.escalate === undefined
      ? { op: 'add' as const, path: `/${place}/escalate`, value: [rung] }
      : { op: 'add' as const, path: `/${place}/escalate/-`, value: rung },
  ];
  return [{ ...problem, fixes: [{ title: 'Escalate it to HR', commands }] }];
}

const isNobody = (directory: Directory, component: Component, relation: string): boolean =>
  peopleFor(directory, component, relation)?.length === 0;

function named(components: readonly Component[]): string {
  const shown = components.slice(0, 3).map(({ name }) => name);
  const more = components.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** The components for which nobody gets it at first, and those for which nobody ever does. */
function vacancies(directory: Directory, task: CycleTask) {
  const empty = directory.subjects.filter((component) => isNobody(directory, component, task.assignee));
  const never = empty.filter((component) =>
    escalatedTo(task).every((to) => isNobody(directory, component, to)),
  );
  return { empty, never };
}

interface Weighed {
  /** The cycle says which components it is for; else it may never be launched for these. */
  certain: boolean;
  leadsOn: boolean;
}

/** What becomes of the task there. */
function fate(isNever: boolean, leadsOn: boolean): string {
  if (!isNever) return ' It is asked of others only once it is overdue.';
  return leadsOn ? ' The plan waits until its time is up, and goes on without it.' : '';
}

function vacant(
  { task, place, stage }: TaskAt,
  directory: Directory,
  { certain, leadsOn }: Weighed,
): Problem[] {
  const { empty, never } = vacancies(directory, task);
  if (empty.length === 0) return [];
  const at = { place: `${place}/assignee`, stage };
  const isNever = never.length > 0;
  const where = named(isNever ? never : empty);
  const message = `"${task.assignee}" is nobody for ${where}.${fate(isNever, leadsOn)} Name somebody there, or give the task to a role.`;
  const problem = makeProblem('CYC-06', isNever && certain && !leadsOn ? 'error' : 'warning', at, message);
  const role = ['hr', 'admin'].find((one) => (directory.byRole.get(one) ?? []).length > 0);
  if (role === undefined) return [problem];
  const commands = [replace(`/${place}/assignee`, `role:${role}`)];
  return [{ ...problem, fixes: [{ title: `Give it to role:${role}`, commands }] }];
}

/** CYC-07 as well: where the manager is the owner, nobody else could rate them. */
function selfManaged(
  { task, place, stage, purpose }: TaskAt,
  directory: Directory,
  certain: boolean,
): Problem[] {
  if (purpose !== 'appraisal' && purpose !== 'calibration') return [];
  const alone = directory.subjects.filter((component) => {
    const people = peopleFor(directory, component, task.assignee) ?? [];
    return people.length > 0 && people.every((person) => person === component.ownerId);
  });
  if (alone.length === 0) return [];
  const message = `For ${named(alone)} "${task.assignee}" is the owner, who would judge their own results. Name another manager there.`;
  const severity = certain ? 'error' : 'warning';
  return [makeProblem('CYC-07', severity, { place: `${place}/assignee`, stage }, message)];
}

export function checkAssignees(view: ChartView, directory: Directory | null): Problem[] {
  const tasks = tasksAt(view.stages);
  const certain = view.cycle.subjects !== undefined;
  return tasks.flatMap((task) => {
    const unknown = unknownRoles(task);
    if (unknown.length > 0) return unknown;
    if (directory === null) return withoutFallback(view, task);
    const leadsOn = leadsOnByTimer(view, task.stage);
    return [...vacant(task, directory, { certain, leadsOn }), ...selfManaged(task, directory, certain)];
  });
}
