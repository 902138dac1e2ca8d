// A rehearsal as the canvas shows it: a token in each region, the way so far, and which ways out are open.
import type { AskedTransition, Cycle, Play } from '../../../engine/index.ts';
import type { CanvasMarks, TransitionMark } from '../../canvas/flow/marks.ts';
import type { PlanOverlay } from '../../canvas/flow/overlay.ts';
import { shownAs } from '../../canvas/view/shown-as.ts';
import { t } from '../../language/index.ts';

export interface Picture {
  overlay?: PlanOverlay;
  marks?: CanvasMarks;
}

/** What waits for all inside to be done is not open before that. */
function markFor({ passes, event }: AskedTransition): TransitionMark | null {
  if (passes === null || (passes && event === 'done')) return null;
  return passes ? 'open' : 'shut';
}

export function pictureOf(cycle: Cycle, play: Play, asked: readonly AskedTransition[]): Picture {
  const active = [...new Set(play.plan.stage.map((id) => shownAs(cycle, id)))];
  const entered = play.moves.flatMap((move) => move.entered).map((id) => shownAs(cycle, id));
  const visited = entered
    .filter((stage, index) => stage !== entered[index - 1])
    .map((stage, index) => ({ stage, order: index + 1 }));
  const taken = (play.moves.at(-1)?.transitions ?? []).map((at): [string, TransitionMark] => [at, 'taken']);
  const ways = asked.flatMap((one): [string, TransitionMark][] => {
    const mark = markFor(one);
    return mark ? [[one.pointer, mark]] : [];
  });
  const tokens = active.map((id) => [id, { kind: 'token' as const, text: t('The plan is here') }]);
  return {
    overlay: { active, visited },
    marks: { stages: Object.fromEntries(tokens), transitions: Object.fromEntries([...taken, ...ways]) },
  };
}
