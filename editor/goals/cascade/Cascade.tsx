// The goals of the whole with those that serve them below, line by line as they are read. Who may change a goal drags it
// onto the one that it is to serve, or links it by its menu.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { DragGhost } from '../../app/parts/drag/DragParts.tsx';
import { useDrag } from '../../app/parts/drag/use-drag.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { More } from '../../app/parts/More.tsx';
import { useFirstLines } from '../../app/parts/use-first-lines.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { t } from '../../language/index.ts';
import { cascadeQuery } from '../goal-queries.ts';
import { NoGoals } from '../NoGoals.tsx';
import { CascadeItem, type Wish } from './CascadeItem.tsx';
import styles from './cascade.module.css';
import { LinkDialog } from './LinkDialog.tsx';
import { type CascadeLine, servedIn, whyNotLinked } from './may-link.ts';
import { UnlinkDialog } from './UnlinkDialog.tsx';

/** Lines on a tall screen. */
const onScreen = 25;

interface LinesProps {
  lines: readonly CascadeLine[];
  asOf: string | undefined;
  /** What comes after the lines, once all are drawn. */
  children: ReactNode;
}

function Lines({ lines, asOf, children }: LinesProps) {
  const drawn = useFirstLines(lines.length, onScreen);
  const mayLink = useMay()('goals.change') && !asOf;
  const [wish, setWish] = useState<Wish | null>(null);
  const frame = useRef<HTMLUListElement>(null);
  const goals = new Map(lines.map(({ goal }) => [goal.id, goal]));
  const lineOf = (key: string) => lines.find((line) => line.key === key);
  const drag = useDrag<CascadeLine>({
    frame,
    wordsOf: ({ goal }) => goal.title,
    wordsOfLine: (key) => lineOf(key)?.goal.title ?? key,
    refusalsOf: (line) => (key) => {
      const onto = lineOf(key);
      // Where it is taken up nothing has been tried yet.
      return !onto || key === line.key ? '' : whyNotLinked(line, onto, lines);
    },
    onDrop: (line, key) =>
      setWish({
        kind: 'link',
        of: {
          ...{ componentId: line.component.id, goalId: line.goal.id },
          ...{ parentGoalId: lineOf(key)?.goal.id, from: servedIn(line) },
        },
      }),
  });
  const close = () => setWish(null);
  return (
    <>
      <ul
        ref={frame}
        className={styles.cascade}
        aria-label={t('Goals by what they serve')}
        data-linkable={mayLink || undefined}
      >
        {lines.slice(0, drawn).map((line) => (
          <CascadeItem
            key={line.key}
            line={line}
            asOf={asOf}
            parent={goals.get(servedIn(line) ?? '')}
            drop={drag.mark(line.key)}
            onWish={mayLink ? setWish : undefined}
            handle={drag.handle}
          />
        ))}
      </ul>
      {drawn === lines.length && children}
      <DragGhost ghost={drag.ghost} />
      {wish?.kind === 'link' && <LinkDialog wish={wish.of} onClose={close} />}
      {wish?.kind === 'unlink' && <UnlinkDialog wish={wish.of} onClose={close} />}
    </>
  );
}

export function Cascade({ asOf }: { asOf: string | undefined }) {
  const query = useInfiniteQuery(cascadeQuery(asOf));
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) =>
        pages[0]?.count === 0 ? (
          <NoGoals asOf={asOf} />
        ) : (
          <Lines lines={pages.flatMap(({ items }) => items)} asOf={asOf}>
            <More query={query} />
          </Lines>
        )
      }
    </Loaded>
  );
}
