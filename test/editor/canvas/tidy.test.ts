import { expect, test } from 'vitest';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { largeCycle } from '../../bench/check.ts';
import { tidied } from '../../bench/drawn-cycles.ts';

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
