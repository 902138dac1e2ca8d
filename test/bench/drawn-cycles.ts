// Large cycles as they are once somebody has drawn them: with places.
import ELK from 'elkjs/lib/elk.bundled.js';
import { completeLayout, standingApart, toElkGraph } from '../../editor/canvas/tidy/elk-graph.ts';
import { toFlow } from '../../editor/canvas/view/to-flow.ts';
import { applyCommand } from '../../editor/document/apply-command.ts';
import { type Cycle, parseCycle } from '../../engine/index.ts';

/** Places by ELK itself, as the editor makes them. */
export async function tidied(cycle: Cycle): Promise<Cycle> {
  const view = toFlow(cycle);
  const layout = completeLayout(await new ELK().layout(toElkGraph(view)), standingApart(view));
  const result = applyCommand(cycle, { type: 'tidy', layout });
  if (result.kind !== 'applied') throw new Error(`The layout was refused: ${result.reason}`);
  return result.cycle;
}

const perRow = 20;

/** Rows of stages that each lead to the next; as many as are needed also lead back to the one above. */
export function rowsCycle(stages: number, transitions: number): Cycle {
  const leadingBack = transitions - (stages - 1);
  const ids = Array.from({ length: stages }, (_, at) => `stage-${at}`);
  const stageAt = (at: number) => {
    const next = ids[at + 1];
    if (next === undefined) return { type: 'final', outcome: 'met' };
    const above = at < perRow + leadingBack ? ids[at - perRow] : undefined;
    return {
      kind: at % 2 === 0 ? 'plan' : 'observe',
      on: {
        'work.done': [{ to: next, guard: 'round < 4' }],
        ...(above === undefined ? {} : { 'work.returned': [{ to: above }] }),
      },
    };
  };
  const parsed = parseCycle({
    schema: 'cycle/1',
    id: `rows-${stages}`,
    name: `Rows of ${stages}`,
    initial: 'stage-0',
    stages: Object.fromEntries(ids.map((id, at) => [id, stageAt(at)])),
    layout: Object.fromEntries(
      ids.map((id, at) => [id, { x: (at % perRow) * 480, y: Math.floor(at / perRow) * 200 }]),
    ),
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.cycle;
}
