// Asks ELK for a layout, in a worker so that the page stays quick. Loaded when it is first needed.
import ELK from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Cycle, StageId } from '../../../engine/index.ts';
import type { Point } from '../../document/command.ts';
import { toFlow } from '../view/to-flow.ts';
import { completeLayout, standingApart, toElkGraph } from './elk-graph.ts';

export async function tidyLayout(cycle: Cycle): Promise<Record<StageId, Point>> {
  const elk = new ELK({ workerUrl });
  try {
    const view = toFlow(cycle);
    return completeLayout(await elk.layout(toElkGraph(view)), standingApart(view));
  } finally {
    elk.terminateWorker();
  }
}
