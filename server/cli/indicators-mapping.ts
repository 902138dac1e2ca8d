// The mapping of indicator files: agency → unit → service as components, goal, indicator as measure,
// target as the anchor of “meets”, actual as the observation.
import type { ImportMapping } from '../imports/indicator-rows.ts';

export const indicatorsMapping: ImportMapping = {
  path: [
    { column: 'agency', kind: 'department' },
    { column: 'unit', kind: 'team' },
    { column: 'service', kind: 'process' },
  ],
  goal: 'goal',
  measure: 'indicator',
  measureId: 'id',
  direction: 'desiredDirection',
  increaseValue: 'Up',
  decreaseValue: 'Down',
  target: 'target',
  actual: 'actual',
  critical: 'critical',
  criticalValue: 'Yes',
};
