// A line of a calibration that is rated as meeting the standard, otherwise as given.
import type { CalibrationLine } from '../../editor/app/api/wire.ts';

export const lineOf = (planId: string, given: Partial<CalibrationLine> = {}): CalibrationLine => ({
  planId,
  componentId: planId,
  componentName: `Team ${planId}`,
  owner: null,
  group: { id: 'dob', name: 'Buildings' },
  rater: { id: 'rita', name: 'Rita' },
  self: null,
  scored: null,
  score: null,
  rated: 'meets',
  now: 'meets',
  methods: null,
  methodsNow: null,
  summary: '',
  reason: null,
  evidence: 0,
  overdue: false,
  changes: [],
  task: null,
  release: { state: 'unrated' },
  ...given,
});
