// A cycle drawn for reading, with a plan or counts laid over it. Editing is CycleEditor's.
import { ReactFlowProvider } from '@xyflow/react';
import { type CanvasProps, FlowCanvas } from './flow/FlowCanvas.tsx';

type Props = Pick<CanvasProps, 'cycle' | 'problems' | 'overlay' | 'counts'>;

export function CycleCanvas(props: Props) {
  return (
    <ReactFlowProvider>
      <FlowCanvas {...props} readOnly />
    </ReactFlowProvider>
  );
}
