// All transitions in one picture above the containers and under the stages, their labels above both. They are no edges
// of React Flow: those are each a picture of its own, and all of them are looked at whenever anything moves.
import { EdgeLabelRenderer, ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import type { TransitionRef } from '../../document/command.ts';
import styles from '../canvas.module.css';
import { boxesMeet, hull } from '../route/geometry.ts';
import type { Box } from '../view/flow-view.ts';
import { useSight } from './sight.ts';
import { TransitionLabel } from './TransitionLabel.tsx';
import { TransitionPath } from './TransitionPath.tsx';
import { type DrawnTransition, isSelected } from './to-drawn.ts';

interface Props {
  drawn: readonly DrawnTransition[];
  selected: TransitionRef | null;
}

function TransitionsView({ drawn, selected }: Props) {
  const { box, isLegible } = useSight();
  const seen = box === null ? drawn : drawn.filter((each) => boxesMeet(boundsOf(each), box));
  const lines = seen.map((each) => ({ drawn: each, selected: isSelected(each, selected) }));
  // What is drawn last lies above the others.
  const [chosen, others] = [lines.filter((line) => line.selected), lines.filter((line) => !line.selected)];
  return (
    <>
      <ViewportPortal>
        <svg className={styles.paths} aria-hidden="true">
          {[...others, ...chosen].map((line) => (
            <TransitionPath key={line.drawn.id} {...line} />
          ))}
        </svg>
      </ViewportPortal>
      <EdgeLabelRenderer>
        {lines
          .filter((line) => isLegible || line.selected)
          .map((line) => (
            <TransitionLabel key={line.drawn.id} {...line} />
          ))}
      </EdgeLabelRenderer>
    </>
  );
}

const boundsOf = ({ points, label }: DrawnTransition): Box =>
  points.reduce<Box>((box, { x, y }) => hull(box, { x, y, width: 1, height: 1 }), label);

export const Transitions = memo(TransitionsView);
