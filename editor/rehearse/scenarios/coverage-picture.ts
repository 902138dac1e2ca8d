// Coverage as the canvas shows it: what the scenarios went through, and what none of them did.
import type { Coverage, Cycle } from '../../../engine/index.ts';
import type { StageMark, TransitionMark } from '../../canvas/flow/marks.ts';
import { isContainer, listStages } from '../../document/stage-tree.ts';
import { listTransitions } from '../../document/transitions.ts';
import { t } from '../../language/index.ts';
import type { Picture } from '../step/picture.ts';

const covered: StageMark = { kind: 'covered', text: t('A scenario comes here') };
const missed: StageMark = { kind: 'missed', text: t('No scenario comes here') };

export function coveragePicture(cycle: Cycle, { stages, transitions }: Coverage): Picture {
  const unseen = new Set(stages.uncovered);
  const untaken = new Set(transitions.uncovered);
  const marked = listStages(cycle).flatMap(({ id, stage, pointer }): [string, StageMark][] => {
    // A history stage is never entered itself, and a container is its stages.
    const isOpen = isContainer(stage) && !cycle.layout?.[id]?.collapsed;
    if (stage.type === 'history' || isOpen) return [];
    return [[id, unseen.has(pointer) ? missed : covered]];
  });
  const paths = listTransitions(cycle).map(({ pointer }): [string, TransitionMark] => [
    pointer,
    untaken.has(pointer) ? 'missed' : 'covered',
  ]);
  return { marks: { stages: Object.fromEntries(marked), transitions: Object.fromEntries(paths) } };
}
