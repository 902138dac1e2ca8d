// Rehearsals of the sample cycles as they came out before, byte for byte: how fast a step is changes nothing of it.
// After a change of a cycle or of the rules the files are written anew with `vitest run -u` and read.
import { expect, test } from 'vitest';
import {
  type Calendar,
  makeOrganisation,
  type SimulatedOrganisation,
  type SimulationOptions,
  simulate,
} from '../../../engine/index.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';

const prague: Calendar = {
  zone: 'Europe/Prague',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25'],
};

/** Parts of a whole whose clocks change in spring and autumn, and who have holidays. */
const office = (): SimulatedOrganisation => {
  const made = makeOrganisation({ components: 30 }, 5);
  return { ...made, facts: made.facts.map((facts) => ({ ...facts, calendar: prague })) };
};

const options: SimulationOptions = {
  seed: 11,
  repeats: 2,
  assumptions: {
    starts: { kind: 'uniform', min: 0, max: 20 },
    results: { kind: 'shares', below: 0.5, meets: 0.3, exceeds: 0.15, 'not-scored': 0.05 },
    load: { limit: 45 },
    events: {
      'feedback.received': { every: { kind: 'exponential', mean: 45 } },
      'plan.cancelled': { every: { kind: 'exponential', mean: 2_000 } },
    },
  },
};

test.each(sampleCycleFiles)('%s is rehearsed as it was before', async (file) => {
  const result = simulate({ cycle: readCycle(file), organisation: office(), options });
  expect(result.failed).toBe(0);
  // Of the managers by weeks the first one is enough to be held, and short enough to be read.
  const { grid } = result.load;
  const short = { ...result, load: { ...result.load, grid: { ...grid, people: grid.people.slice(0, 1) } } };
  const name = file.replace('.cycle.json', '');
  await expect(`${JSON.stringify(short, null, 1)}\n`).toMatchFileSnapshot(`golden/${name}.json.txt`);
});
