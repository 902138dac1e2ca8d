// Whether the canvas is being dragged along: from the first move, since a press alone is a choice of nothing.
import type { OnMove } from '@xyflow/react';
import { useCallback, useState } from 'react';

export function usePanning() {
  const [isPanning, setPanning] = useState(false);
  const onMove: OnMove = useCallback((event) => {
    if (event?.type === 'mousemove') setPanning(true);
  }, []);
  const onMoveEnd: OnMove = useCallback(() => setPanning(false), []);
  return { isPanning, onMove, onMoveEnd };
}
