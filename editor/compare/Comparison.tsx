// Two versions on one canvas: marks and ghosts, and beside them the list of changes, walked by pointer or by key.
import { Skeleton, Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { Suspense, useMemo } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { useHotkeys } from '../app/parts/use-hotkeys.ts';
import { taskTitles } from '../app/words/stages-in-order.ts';
import { shownAs } from '../canvas/view/shown-as.ts';
import { findTransition, listTransitions } from '../document/transitions.ts';
import { t } from '../language/index.ts';
import { nothing, type Selection, stageSelection } from '../panels/editing.ts';
import { changeStyle } from '../theme/change-style.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ChangeWalk } from './CompareBar.tsx';
import classes from './compare.module.css';
import { type Change, compareOnCanvas, type OnCanvas } from './compare-on-canvas.ts';
import { Legend } from './Legend.tsx';

const CycleCanvas = latePart(async () => (await import('../canvas/CycleCanvas.tsx')).CycleCanvas);

interface Props {
  old: Cycle;
  other: Cycle;
  chosen: string | null;
  showMoved: boolean;
  onChoose: (id: string | null) => void;
  onMoved: (shown: boolean) => void;
}

function selectionOf(change: Change | undefined, cycle: Cycle): Selection {
  if (change?.thing.kind === 'stage') return stageSelection(change.thing.stage);
  if (change?.thing.kind !== 'transition') return nothing;
  const { at } = change.thing;
  const placed = listTransitions(cycle).find(({ pointer }) => pointer === at);
  return placed ? { kind: 'transition', at: placed.at } : nothing;
}

/** The change of what was pressed, or of the stage that it went in or out with. */
function changeAt(selection: Selection, { cycle, changes }: OnCanvas): Change | undefined {
  const ofStage = (id: string | null | undefined) =>
    changes.find(({ thing }) => thing.kind === 'stage' && thing.stage === id);
  if (selection.kind === 'stages') return ofStage(selection.ids.at(-1));
  if (selection.kind !== 'transition') return undefined;
  const pointer = findTransition(cycle, selection.at)?.pointer;
  const own = changes.find(({ thing }) => thing.kind === 'transition' && thing.at === pointer);
  return own ?? ofStage(selection.at.stage);
}

function focusOf(change: Change | undefined, cycle: Cycle): readonly string[] {
  if (!change || change.thing.kind === 'cycle') return [];
  const { thing } = change;
  const ids = thing.kind === 'stage' ? [thing.stage] : [thing.from, thing.to];
  return ids.filter((id) => id !== null).map((id) => shownAs(cycle, id));
}

const withoutMoves = (compared: OnCanvas): OnCanvas => ({
  ...compared,
  changes: compared.changes.filter(({ look }) => look !== 'moved'),
  marks: {
    ...compared.marks,
    stages: Object.fromEntries(Object.entries(compared.marks.stages).filter(([, look]) => look !== 'moved')),
  },
});

export function Comparison({ old, other, chosen, showMoved, onChoose, onMoved }: Props) {
  const whole = useMemo(() => compareOnCanvas(old, other), [old, other]);
  const shown = useMemo(() => (showMoved ? whole : withoutMoves(whole)), [whole, showMoved]);
  const tasks = useMemo(() => ({ ...taskTitles(old.stages), ...taskTitles(other.stages) }), [old, other]);
  const { changes, cycle, marks } = shown;
  const position = changes.findIndex(({ id }) => id === chosen);
  const change = changes[position];
  const selection = useMemo(() => selectionOf(change, cycle), [change, cycle]);
  const step = (by: 1 | -1) => {
    const first = by === 1 ? 0 : changes.length - 1;
    const next = position === -1 ? first : (position + by + changes.length) % changes.length;
    const to = changes[next];
    if (to) onChoose(to.id);
  };
  useHotkeys([
    ['n', () => step(1)],
    ['p', () => step(-1)],
    ['Escape', () => onChoose(null)],
  ]);
  const moved = whole.changes.filter(({ look }) => look === 'moved').length;
  return (
    <div className={classes.body}>
      <div className={classes.canvas}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <CycleCanvas
            cycle={cycle}
            changes={marks}
            selection={selection}
            focus={focusOf(change, cycle)}
            onSelect={(pressed) => onChoose(changeAt(pressed, shown)?.id ?? null)}
          />
        </Suspense>
      </div>
      <section className={classes.side} aria-label={t('What changed')}>
        <div className={classes.about}>
          <Legend changes={changes} />
          <Text size="xs" c="var(--cw-muted)">
            {aboutWords(whole)}
          </Text>
        </div>
        <ChangeWalk
          position={position}
          total={changes.length}
          moved={moved}
          showMoved={showMoved}
          onMoved={onMoved}
          onStep={step}
        />
        {changes.length === 0 ? (
          <EmptyState title={t('Nothing differs')} icon={IconEqual}>
            {moved > 0
              ? t('Both say the same; only the places of stages on the canvas are others.')
              : t('Both versions say the same.')}
          </EmptyState>
        ) : (
          <ChangeList changes={changes} chosen={chosen} tasks={tasks} onChoose={onChoose} />
        )}
        <output className={classes.spoken} aria-live="polite">
          {change &&
            t('Change {position} of {count}: {title}, {words}', {
              position: position + 1,
              count: changes.length,
              title: change.title,
              words: changeStyle[change.look].words,
            })}
        </output>
      </section>
    </div>
  );
}

const aboutWords = ({ behavesAlike, changes }: OnCanvas): string => {
  if (changes.length === 0) return t('Plans do the same in both.');
  return behavesAlike
    ? t('Plans do the same in both: only words and places differ.')
    : t('Plans may go another way than before.');
};
