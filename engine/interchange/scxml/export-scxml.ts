// A cycle as an SCXML document: its control flow in the words of the recommendation, guards and values in FEEL, and
// everything else in our own namespace, so that nothing is lost on the way back.
import type { Cycle, CycleTask, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import {
  beginsAt,
  type PlacedTransition,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../../statechart/structure/transitions.ts';
import { writeXml, type Xml, xml } from '../../xml/write-xml.ts';
import type { Exported } from '../export-result.ts';
import { delayOf, exportActions, paramsOf } from './export-actions.ts';
import { exportRemarks } from './export-remarks.ts';
import { exportTransitions, xmlId, xmlIds } from './export-transitions.ts';
import { own, ownNamespace, scxmlNamespace } from './namespaces.ts';

interface Around {
  /** Where the container begins when history has nothing to lead back to. */
  first: readonly StageId[];
  /** Of the whole cycle: a document can only have them in its outermost states. */
  everywhere: readonly PlacedTransition[];
}

const some = (name: string, children: Xml[]): Xml[] => (children.length > 0 ? [xml(name, {}, children)] : []);
const json = (name: string, value: object | undefined): Xml[] =>
  value && Object.keys(value).length > 0 ? [xml(`${own}:${name}`, {}, [JSON.stringify(value)])] : [];

const words = (stage: Stage): Xml['attributes'] => ({
  [`${own}:name`]: stage.name,
  [`${own}:kind`]: 'kind' in stage ? stage.kind : undefined,
  [`${own}:released`]:
    'released' in stage && stage.released !== undefined ? String(stage.released) : undefined,
  [`${own}:description`]: stage.description,
});

/** What a chart has no place for: rules, scenarios, scales, who goes through it. */
const keptOf = ({
  subjects,
  cadence,
  scale,
  retention,
  accepts,
  types,
  decisions,
  scenarios,
}: Cycle): object =>
  Object.fromEntries(
    Object.entries({ subjects, cadence, scale, retention, accepts, types, decisions, scenarios }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** Timers are sent on entry and cancelled on exit; the transition that waits for them is one of the stage's. */
function timersOf(transitions: readonly PlacedTransition[], stage: Stage): { sends: Xml[]; cancels: Xml[] } {
  const named = 'after' in stage ? (stage.after ?? []) : [];
  const timers = transitions.flatMap(({ trigger }) => (trigger.kind === 'timer' ? [trigger] : []));
  return {
    sends: timers.map(({ timerId, delay }, index) =>
      xml('send', {
        event: `timer.${timerId}`,
        id: timerId,
        ...delayOf(delay),
        [`${own}:timer`]: named[index]?.id ?? '',
      }),
    ),
    cancels: timers.map(({ timerId }) => xml('cancel', { sendid: timerId })),
  };
}

function exportHistory(id: StageId, stage: Extract<Stage, { type: 'history' }>, { first }: Around): Xml {
  const target = xmlIds(stage.to === undefined ? first : targetsOf(stage));
  return xml('history', { id: xmlId(id), type: stage.history, ...words(stage) }, [
    xml('transition', { target }, exportActions(stage.do)),
  ]);
}

function exportFinal(id: StageId, stage: Extract<Stage, { type: 'final' }>): Xml {
  return xml('final', { id: xmlId(id), ...words(stage), [`${own}:outcome`]: stage.outcome }, [
    ...some('onentry', exportActions(stage.entry)),
    ...some('onexit', exportActions(stage.exit)),
    ...some('donedata', paramsOf(stage.data)),
  ]);
}

const tasksOf = (stage: Stage): Record<string, CycleTask> | undefined =>
  'tasks' in stage ? stage.tasks : undefined;

/** An attribute, unless something is done on the way. */
function beginningOf(stage: Stage): { initial?: string; element: Xml[] } {
  if (!('initial' in stage)) return { element: [] };
  const target = xmlIds(beginsAt(stage));
  const actions = exportActions(stage.begin?.do);
  if (actions.length === 0) return { initial: target, element: [] };
  return { element: [xml('initial', {}, [xml('transition', { target }, actions)])] };
}

/** A history that says nothing of where it begins begins with its container, or where that would by itself. */
function firstOf(stage: Stage): StageId[] {
  if (!('stages' in stage)) return [];
  const real = Object.keys(stage.stages).filter((id) => stage.stages[id]?.type !== 'history');
  if (!('initial' in stage)) return real.slice(0, 1);
  const at = beginsAt(stage);
  return at.some((id) => stage.stages[id]?.type === 'history') ? [stage.initial] : at;
}

function exportStage(id: StageId, stage: Stage, around: Around): Xml {
  if (stage.type === 'history') return exportHistory(id, stage, around);
  if (stage.type === 'final') return exportFinal(id, stage);
  const transitions = transitionsOfStage(id, stage, '');
  const { sends, cancels } = timersOf(transitions, stage);
  const { initial, element } = beginningOf(stage);
  const inner = { first: firstOf(stage), everywhere: [] };
  return xml(stage.type === 'parallel' ? 'parallel' : 'state', { id: xmlId(id), initial, ...words(stage) }, [
    ...json('tasks', tasksOf(stage)),
    ...element,
    ...some('onentry', [...exportActions(stage.entry), ...sends]),
    ...some('onexit', [...exportActions(stage.exit), ...cancels]),
    ...exportTransitions(id, transitions),
    ...exportTransitions(id, around.everywhere, true),
    ...('stages' in stage ? exportStages(stage.stages, inner) : []),
  ]);
}

const exportStages = (stages: Stages, around: Around): Xml[] =>
  Object.entries(stages).map(([id, stage]) => exportStage(id, stage, around));

/** The cycle's document has to be free of structural faults. */
export function exportScxml(cycle: Cycle): Exported {
  const data = Object.entries(cycle.variables ?? {}).map(([id, value]) =>
    xml('data', { id, expr: JSON.stringify(value) }),
  );
  const root = xml(
    'scxml',
    {
      xmlns: scxmlNamespace,
      [`xmlns:${own}`]: ownNamespace,
      version: '1.0',
      datamodel: 'feel',
      name: cycle.id,
      initial: xmlIds(beginsAt(cycle)),
      [`${own}:id`]: cycle.id,
      [`${own}:name`]: cycle.name,
      [`${own}:description`]: cycle.description,
    },
    [
      ...some('datamodel', data),
      ...json('begin', cycle.begin?.do),
      ...exportStages(cycle.stages, { first: beginsAt(cycle), everywhere: transitionsOfCycle(cycle) }),
      ...json('layout', cycle.layout),
      ...json('kept', keptOf(cycle)),
    ],
  );
  return { text: writeXml(root), problems: exportRemarks(cycle) };
}
