// What other SCXML processors will not find, or will read otherwise, in the document of a cycle.
import type { Action } from '../../model/action.ts';
import type { Cycle, Stage } from '../../model/cycle.ts';
import { expressionsOf } from '../../statechart/structure/expressions-of.ts';
import { listStages } from '../../statechart/structure/stage-index.ts';
import { transitionsOfCycle, transitionsOfStage } from '../../statechart/structure/transitions.ts';
import { isSpan } from '../../time/span.ts';
import { timeOfSpan } from '../delays.ts';
import type { ImportProblem } from '../import-result.ts';

const remark = (code: string, place: string, message: string): ImportProblem => ({
  code: `SCXML-${code}`,
  severity: 'info',
  place: `/${place}`,
  message,
});

const standard = new Set<Action['do']>(['set', 'raise', 'cancel']);

interface Placed {
  actions: readonly Action[] | undefined;
  place: string;
}

function actionsOf(stage: Stage, place: string): Placed[] {
  if (stage.type === 'history') return [{ actions: stage.do, place: `${place}/do` }];
  const begin = 'begin' in stage ? stage.begin : undefined;
  return [
    { actions: stage.entry, place: `${place}/entry` },
    { actions: stage.exit, place: `${place}/exit` },
    { actions: begin?.do, place: `${place}/begin/do` },
  ];
}

const ownActions = ({ actions, place }: Placed): ImportProblem[] =>
  (actions ?? []).flatMap((action, index) =>
    standard.has(action.do)
      ? []
      : [remark('own', `${place}/${index}`, `"${action.do}" is no action of SCXML; others pass over it.`)],
  );

function delayRemark(delay: string, place: string): ImportProblem[] {
  if (timeOfSpan(delay) !== null) return [];
  const why = isSpan(delay) ? 'depends on a calendar' : 'is computed in FEEL';
  return [remark('delay', place, `The delay "${delay}" ${why}; others cannot tell when it ends.`)];
}

export function exportRemarks(cycle: Cycle): ImportProblem[] {
  const stages = listStages(cycle);
  const transitions = [
    ...transitionsOfCycle(cycle),
    ...stages.flatMap(({ id, stage, place }) => transitionsOfStage(id, stage, place)),
  ];
  const actions: Placed[] = [
    { actions: cycle.begin?.do, place: 'begin/do' },
    ...stages.flatMap(({ stage, place }) => actionsOf(stage, place)),
    ...transitions.map(({ transition, place }) => ({ actions: transition.do, place: `${place}/do` })),
  ];
  const tasks = stages.filter(({ stage }) => 'tasks' in stage && Object.keys(stage.tasks ?? {}).length > 0);
  const { expressions } = expressionsOf(cycle);
  return [
    ...(expressions.length > 0
      ? [
          remark(
            'feel',
            '',
            'Guards and values are written in FEEL, which the data model says; others need FEEL to run it.',
          ),
        ]
      : []),
    ...(cycle.begin?.do
      ? [remark('own', 'begin', 'What a plan does as it starts has no place in SCXML; others pass over it.')]
      : []),
    ...tasks.map(({ place }) =>
      remark('own', `${place}/tasks`, 'SCXML has no tasks; others pass over them.'),
    ),
    ...actions.flatMap(ownActions),
    ...transitions.flatMap(({ trigger, place }) =>
      trigger.kind === 'timer' ? delayRemark(trigger.delay, `${place}/delay`) : [],
    ),
  ];
}
