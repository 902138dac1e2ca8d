// Stage views as nodes of React Flow.
import { type Node, type NodeHandle, Position } from '@xyflow/react';
import type { Problem } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { changeStyle } from '../../theme/change-style.ts';
import type { StageView } from '../view/flow-view.ts';
import type { Part } from '../view/keep-same.ts';
import type { CanvasMarks, StageMark } from './marks.ts';
import {
  type ChangeLook,
  type ChangeMarks,
  type PlanOverlay,
  type StageCount,
  type StageCounts,
  stepsAt,
} from './overlay.ts';

export interface Trouble {
  severity: Problem['severity'];
  text: string;
}

export type StageData = {
  view: StageView;
  trouble: Trouble | null;
  renaming: boolean;
  readOnly: boolean;
  active: boolean;
  steps: string;
  waits: string | null;
  count: StageCount | null;
  look: ChangeLook | null;
  mark: StageMark | null;
};
export type StageNodeType = Node<StageData, 'stage'>;

interface Extras {
  problems: readonly Problem[];
  renaming: string | null;
  readOnly: boolean;
  overlay: PlanOverlay | undefined;
  counts: StageCounts | undefined;
  changes: ChangeMarks | undefined;
  marks: CanvasMarks | undefined;
}

export function toNodeParts(views: readonly StageView[], extras: Extras): Part<StageNodeType>[] {
  const troubles = troublesIn(extras.problems);
  return views.map((view) => {
    const data = toData(view, extras, troubles.get(view.id) ?? null);
    const { trouble, ...others } = data;
    return {
      id: view.id,
      of: [trouble?.severity, trouble?.text, ...Object.values(others)],
      make: () => toNode(data),
    };
  });
}

function toData(view: StageView, extras: Extras, trouble: Trouble | null): StageData {
  const { id } = view;
  return {
    view,
    trouble,
    renaming: extras.renaming === id,
    readOnly: extras.readOnly,
    active: extras.overlay?.active.includes(id) ?? false,
    steps: stepsAt(extras.overlay, id),
    waits: extras.overlay?.waits?.[id] ?? null,
    count: extras.counts?.[id] ?? null,
    look: extras.changes?.stages[id] ?? null,
    mark: extras.marks?.stages[id] ?? null,
  };
}

const isOpen = (view: StageView): boolean =>
  (view.type === 'compound' || view.type === 'parallel') && !view.collapsed;

function toNode(data: StageData): StageNodeType {
  const { view, look } = data;
  const { id, box, place, parent, depth, type } = view;
  const movable = !data.readOnly && type !== 'any';
  return {
    id,
    type: 'stage',
    position: place,
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    handles: handlesOf(view),
    // Containers lie under the paths, stages above them.
    zIndex: isOpen(view) ? depth : 100 + depth,
    draggable: movable,
    selectable: type !== 'any',
    focusable: type !== 'any',
    ariaLabel: spoken(view, look),
    ariaRole: 'group',
    data,
    ...(parent === null ? {} : { parentId: parent }),
  };
}

function handlesOf({ box }: StageView): NodeHandle[] {
  const middle = box.height / 2;
  const size = { width: 1, height: 1 };
  return [
    { id: 'out', type: 'source', position: Position.Right, x: box.width, y: middle, ...size },
    { id: 'in', type: 'target', position: Position.Left, x: 0, y: middle, ...size },
  ];
}

const typeWords: Record<StageView['type'], string> = {
  atomic: 'stage',
  compound: t('group of stages'),
  parallel: t('parallel stage'),
  final: 'end',
  history: 'history',
  any: t('stands for every stage'),
};

const spoken = ({ name, type, kind, initial, facts }: StageView, look: ChangeLook | null): string =>
  [name, typeWords[type], kind, initial ? 'initial' : null, facts, look && changeStyle[look].words]
    .filter(Boolean)
    .join(', ');

const ranks = { error: 0, warning: 1, info: 2 };

/** By stage. Notes stand in the list; on the canvas they would read as faults. */
function troublesIn(problems: readonly Problem[]): Map<string, Trouble> {
  const faults = problems
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
  const troubles = new Map<string, Trouble>();
  for (const { stage, severity, message } of faults) {
    if (stage === null) continue;
    const known = troubles.get(stage);
    troubles.set(
      stage,
      known ? { ...known, text: `${known.text}\n${message}` } : { severity, text: message },
    );
  }
  return troubles;
}
