// Bringing a stage into view.
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useRef } from 'react';
import type { StageId } from '../../../engine/index.ts';
import { motionTime } from '../flow/motion.ts';
import type { StageNodeType } from '../flow/to-nodes.ts';

function isInView(element: HTMLElement | null | undefined, area: HTMLElement | null): boolean {
  if (!element || !area) return false;
  const [a, b] = [element.getBoundingClientRect(), area.getBoundingClientRect()];
  return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

export function useReveal(area: RefObject<HTMLElement | null>) {
  const { setCenter, getZoom, getInternalNode } = useReactFlow<StageNodeType>();
  /** On the canvas or in the outline, whichever is shown. */
  const elementOf = useCallback(
    (id: StageId) => {
      const escaped = CSS.escape(id);
      return area.current?.querySelector<HTMLElement>(
        `.react-flow__node[data-id="${escaped}"], [role="treeitem"][data-stage="${escaped}"]`,
      );
    },
    [area],
  );
  /** Counts where one wanted to go: what was still to be shown before the last no longer counts. */
  const wish = useRef(0);
  /** Once it has been drawn. */
  const reveal = useCallback(
    (id: StageId) => {
      wish.current += 1;
      const wanted = wish.current;
      requestAnimationFrame(() => {
        const node = getInternalNode(id);
        if (wanted !== wish.current || !node || isInView(elementOf(id), area.current)) return;
        const { x, y } = node.internals.positionAbsolute;
        const middle = { x: x + (node.width ?? 0) / 2, y: y + (node.height ?? 0) / 2 };
        setCenter(middle.x, middle.y, { zoom: Math.max(0.6, getZoom()), duration: motionTime() });
      });
    },
    [area, elementOf, getInternalNode, getZoom, setCenter],
  );
  return { elementOf, reveal, wish };
}
