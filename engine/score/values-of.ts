// The numbers of standards that are in the measure's unit. Levels have none.

import { unreachable } from '../model/json.ts';
import type { Standards } from '../model/measure.ts';

export function valuesOf(standards: Standards): number[] {
  switch (standards.kind) {
    case 'points':
      return [standards.unacceptable, standards.meets, standards.exceeds].filter((x) => x !== undefined);
    case 'range':
      return [standards.low, standards.okLow, standards.okHigh, standards.high, ...(standards.ideal ?? [])];
    case 'anchors':
      return standards.anchors.map(({ x }) => x);
    case 'levels':
      return [];
    default:
      return unreachable(standards);
  }
}
