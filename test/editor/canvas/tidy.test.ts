// The layout of a large cycle, by ELK itself.
import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { completeLayout, standingApart, toElkGraph } from '../../../editor/canvas/tidy/elk-graph.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Cycle } from '../../../engine/index.ts';
import { largeCycle } from '../../bench/check.ts';

async function tidied(cycle: Cycle): Promise<Cycle> {
  const view = toFlow(cycle);
  const layout = completeLayout(await new ELK().layout(toElkGraph(view)), standingApart(view));
  const result = applyCommand(cycle, { type: 'tidy', layout });
  if (result.kind !== 'applied') throw new Error('The layout was refused.');
  return result.cycle;
}

test.each([50, 300])(
  '%i stages lie apart, the initial one first, and a second tidying moves none',
  async (count) => {
    const once = await tidied(largeCycle(count));
    const { stages } = toFlow(once);
    const siblings = Object.values(Object.groupBy(stages, ({ parent }) => parent ?? ''));
    const overlapping = siblings.flatMap((group = []) =>
      group.flatMap((a, index) =>
        group
          .slice(index + 1)
          .filter(
            (b) =>
              a.box.x < b.box.x + b.box.width &&
              b.box.x < a.box.x + a.box.width &&
              a.box.y < b.box.y + b.box.height &&
              b.box.y < a.box.y + a.box.height,
          )
          .map((b) => `${a.id} and ${b.id}`),
      ),
    );
    expect(overlapping).toEqual([]);
    const top = stages.filter(({ parent }) => parent === null);
    const initial = top.find(({ initial: first }) => first);
    expect(Math.min(...top.map(({ box }) => box.x))).toBe(initial?.box.x);
    expect((await tidied(once)).layout).toEqual(once.layout);
  },
);
