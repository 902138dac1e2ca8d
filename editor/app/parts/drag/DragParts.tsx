// What is seen of a drag: the handle of a line, and beside the pointer what would become of it.
import { IconGripVertical } from '@tabler/icons-react';
import type { HTMLAttributes } from 'react';
import classes from './drag.module.css';
import type { Ghost } from './use-drag.ts';

/** For pointers alone: the keyboard has its own way to the same. */
export const Grip = (handle: HTMLAttributes<HTMLSpanElement>) => (
  <span className={classes.grip} aria-hidden="true" data-grip {...handle}>
    <IconGripVertical size={14} />
  </span>
);

export function DragGhost({ ghost }: { ghost: Ghost | null }) {
  if (!ghost) return null;
  return (
    <div
      className={classes.ghost}
      data-refused={ghost.isRefused || undefined}
      style={{ left: ghost.x, top: ghost.y }}
      aria-hidden="true"
    >
      {ghost.words}
    </div>
  );
}
