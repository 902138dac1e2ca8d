// A simulation as it is asked, and its result as lines, words and heat.
import { describe, expect, test } from 'vitest';
import {
  daysText,
  headline,
  heatPicture,
  lateLines,
  loadLines,
  loadWords,
  outcomeLines,
  roundLines,
  shareText,
  stageLines,
  withInterval,
} from '../../../editor/rehearse/simulation/figures.ts';
import {
  cellWords,
  hoursText,
  loadCsv,
  personLines,
  warmth,
} from '../../../editor/rehearse/simulation/load-grid.ts';
import {
  exceedsOf,
  faultOf,
  isForServer,
  madeOf,
  optionsOf,
  requestOf,
  type Settings,
  usualSettings,
} from '../../../editor/rehearse/simulation/settings.ts';
import {
  makeOrganisation,
  type SimulationResult,
  simulate,
  simulationOptionsSchema,
} from '../../../engine/index.ts';
import { newSimulationWire } from '../../../server/routes/wire/simulations.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const cycle = readCycle('quarterly-okr.cycle.json');
const asked = (given: Partial<Settings> = {}): Settings => ({ ...usualSettings, components: 40, ...given });

function simulated(given: Partial<Settings> = {}): SimulationResult {
  const settings = asked(given);
  const options = optionsOf(settings);
  return simulate({ cycle, organisation: makeOrganisation(madeOf(settings), settings.seed), options });
}

describe('what is asked', () => {
  test('fits the engine and the server, whatever is chosen', () => {
    for (const organisation of ['made', 'real'] as const)
      for (const from of ['assumed', 'history'] as const)
        for (const spread of [0, 4]) {
          const settings = asked({ organisation, from, spread });
          expect(simulationOptionsSchema.parse(optionsOf(settings))).toEqual(optionsOf(settings));
          expect(newSimulationWire.parse(requestOf(settings, 2))).toMatchObject({ version: 2, seed: 1 });
          expect(newSimulationWire.parse(requestOf(settings, null)).version).toBeUndefined();
        }
  });

  test('goes to the server only for what only the server knows', () => {
    expect(isForServer(asked())).toBe(false);
    expect(isForServer(asked({ organisation: 'real' }))).toBe(true);
    expect(isForServer(asked({ from: 'history' }))).toBe(true);
  });

  test('what is neither below nor meets exceeds, and more than all is a fault', () => {
    expect(exceedsOf(asked({ below: 30, meets: 50 }))).toBe(20);
    expect(faultOf(asked({ below: 60, meets: 50 }))).toContain('at most 100%');
    expect(faultOf(asked({ components: 40_000, repeats: 2 }))).toContain('50,000 are the most');
    expect(faultOf(asked())).toBeNull();
  });
});

describe('what came out', () => {
  const result = simulated();

  test('the time is that of the stages that wait, the longest first, and the heat of the canvas is the same', () => {
    const lines = stageLines(cycle, result);
    const values = lines.map(({ at }) => at.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const { marks } = heatPicture(cycle, result);
    const [warmest] = lines;
    expect(marks?.stages[warmest?.key ?? '']).toEqual({
      kind: 'heat',
      share: 1,
      text: daysText(warmest?.at.value ?? 0),
    });
    expect(marks?.stages.active).toBeUndefined();
  });

  test('the outcomes are all there are, in their order, and follow what was assumed', () => {
    expect(outcomeLines(simulated({ below: 0, meets: 100 })).map(({ label }) => label)).toContain('Meets');
    const sum = outcomeLines(result).reduce((all, { at }) => all + at.value, 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(roundLines(result)[0]?.label).toBe('1 round');
  });

  test('slower people are late more often', () => {
    const late = (given: Partial<Settings>) => simulated(given).breached.share.value;
    expect(late({ days: 30 })).toBeGreaterThan(late({ days: 0.5, spread: 0 }));
    expect(lateLines(cycle, simulated({ days: 30 })).length).toBeGreaterThan(0);
  });

  test('a week that can take little is above its limit, and says whose it is', () => {
    const full = simulated({ limit: 20 });
    const lines = loadLines(full, (id) => `<${id}>`);
    expect(lines[0]).toMatchObject({ flagged: true, label: expect.stringMatching(/^\d\d-W\d\d <.+>$/) });
    expect(loadWords(full)).toContain('above 0.3 h');
    expect(loadLines(simulated({ limit: 10_000 }))).toEqual([]);
  });

  test('each week of each manager is warm by its hours, told in words, and a line of the file', () => {
    const { load } = simulated({ limit: 60 });
    const { grid, limit } = load;
    const [busiest] = personLines(grid);
    if (!busiest) throw new Error('Nobody has anything to do.');
    expect(busiest.person).toBe(grid.people[0]?.person);
    expect(warmth(busiest.fullest.minutes, limit)).toBeGreaterThan(0);
    expect(warmth(10 * limit, limit)).toBe(1);
    expect(cellWords(busiest.fullest, limit)).toMatch(
      /^.+, \d{4}-W\d\d: [\d.]+ h in the mean, [\d.]+ tasks?/,
    );
    expect(cellWords({ ...busiest.fullest, overloaded: 0.25 }, limit)).toMatch(
      /above 1 h in 25% of the repeats$/,
    );
    expect(cellWords({ ...busiest.fullest, minutes: 0 }, limit)).toMatch(/nothing to do$/);
    const [head, ...lines] = loadCsv(grid, (id) => `=${id}, "Q"`)
      .trimEnd()
      .split('\r\n');
    expect(head).toBe('\uFEFFperson,week,tasks,minutes,share_above_limit');
    const busy = grid.people.flatMap(({ minutes }) => minutes.filter((each) => each > 0));
    expect(lines).toHaveLength(busy.length);
    expect(lines[0]).toMatch(/^"'=.+, ""Q""",\d{4}-W\d\d,[\d.]+,[\d.]+,[\d.]+$/);
    expect([hoursText(0), hoursText(12), hoursText(119)]).toEqual(['', '·', '2']);
  });

  test('in words with its intervals', () => {
    expect(withInterval({ value: 34.4, low: 31, high: 36 }, daysText)).toBe('34 d (31 d–36 d)');
    expect(shareText(0.0461)).toBe('4.6%');
    expect(headline(result)).toMatch(/^Of 40 plans \d+ end: half of those that end do so within .+ late\.$/);
  });
});
