// The sample organisation as data: whole, consistent, and on the published side of every standard.
import { describe, expect, test } from 'vitest';
import {
  alignmentCycle,
  type Component,
  curveOf,
  everyWeekdayInUtc,
  type Measure,
  type MeasureScore,
  organisationFileSchema,
  scoreWithParts,
} from '../../engine/index.ts';
import { readSample, sampleCycleFiles } from '../support/sample-cycles.ts';

const city = organisationFileSchema.parse(readSample('new-york-city.organisation.json'));
const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
const people = new Set(idsOf(city.people));
const components = new Set(idsOf(city.components));
const goals = new Set(idsOf(city.goals));

/** Those of the ids given that nothing has. */
const missing = (ids: readonly (string | null)[], known: ReadonlySet<string>): string[] =>
  ids.filter((id): id is string => id !== null && !known.has(id));

function below(id: string): Component[] {
  const children = city.components.filter(({ parentId }) => parentId === id);
  return children.flatMap((child) => [child, ...below(child.id)]);
}

const scoreOf = (component: Component) =>
  scoreWithParts(
    {
      componentId: component.id,
      goals: city.goals,
      measures: city.measures,
      observations: city.observations.filter(({ periodStart }) => periodStart >= city.period.start),
      period: city.period,
      at: '2026-01-05T09:00:00.000Z',
      calendar: everyWeekdayInUtc,
    },
    below(component.id).map(({ id, parentId }) => ({ id, parentId })),
  );

describe('the file', () => {
  test('names nothing twice', () => {
    for (const records of [city.people, city.components, city.goals, city.measures, city.observations]) {
      expect(new Set(idsOf(records)).size).toBe(records.length);
    }
  });

  test('refers only to what it holds', () => {
    expect(
      missing(
        city.components.flatMap(({ ownerId, managerId }) => [ownerId, managerId]),
        people,
      ),
    ).toEqual([]);
    expect(
      missing(
        city.goals.map(({ componentId }) => componentId),
        components,
      ),
    ).toEqual([]);
    expect(
      missing(
        city.goals.flatMap(({ alignments }) => alignments.map(({ parentGoalId }) => parentGoalId)),
        goals,
      ),
    ).toEqual([]);
    expect(
      missing(
        city.measures.map(({ goalId }) => goalId),
        goals,
      ),
    ).toEqual([]);
    expect(
      missing(
        city.observations.map(({ measureId }) => measureId),
        new Set(idsOf(city.measures)),
      ),
    ).toEqual([]);
    expect(
      missing(
        city.observations.map(({ componentId }) => componentId),
        components,
      ),
    ).toEqual([]);
    expect(
      missing(
        city.launches.flatMap(({ componentIds }) => componentIds),
        components,
      ),
    ).toEqual([]);
    expect(city.launches.map(({ cycleId }) => cycleId).filter((id) => !city.cycles.includes(id))).toEqual([]);
    expect(city.cycles.map((id) => `${id}.cycle.json`).sort()).toEqual([...sampleCycleFiles]);
  });

  test('puts a parent before its children, under one city', () => {
    const order = idsOf(city.components);
    const late = city.components.filter(
      ({ id, parentId }) => parentId !== null && order.indexOf(parentId) >= order.indexOf(id),
    );
    expect(late).toEqual([]);
    expect(city.components.filter(({ parentId }) => parentId === null).map(({ id }) => id)).toEqual(['nyc']);
  });

  test('records an observation where its measure belongs', () => {
    const componentOf = new Map(
      city.measures.map(({ id, goalId }) => [id, city.goals.find((goal) => goal.id === goalId)?.componentId]),
    );
    expect(city.observations.filter((one) => componentOf.get(one.measureId) !== one.componentId)).toEqual([]);
  });

  test('writes every e-mail address at example.com', () => {
    expect(city.people.filter(({ email }) => !email.endsWith('@example.com'))).toEqual([]);
  });
});

describe('the organisation', () => {
  test('has ten agencies, each with units, services, goals and measures', () => {
    const agencies = city.components.filter(({ parentId }) => parentId === 'nyc');
    const bare = agencies.filter(({ id }) => {
      const parts = below(id);
      const kinds = new Set(parts.map(({ kind }) => kind));
      const measured = city.observations.some(({ componentId }) =>
        parts.some((part) => part.id === componentId),
      );
      return !(kinds.has('department') && kinds.has('process') && measured);
    });
    expect(agencies).toHaveLength(10);
    expect(bare).toEqual([]);
  });

  test('asks nobody to appraise themselves', () => {
    expect(city.components.filter(({ ownerId, managerId }) => ownerId === managerId)).toEqual([]);
  });

  test('gives the four demo people something to do', () => {
    const roles = city.people
      .filter(({ id }) => id.startsWith('demo-'))
      .map(({ id, roles }) => [id, roles[0]]);
    expect(roles).toEqual([
      ['demo-designer', 'designer'],
      ['demo-manager', 'manager'],
      ['demo-employee', 'employee'],
      ['demo-admin', 'admin'],
    ]);
    const launched = new Set(city.launches.flatMap(({ componentIds }) => componentIds));
    const answered = city.components.filter(({ id }) => launched.has(id));
    expect(answered.some(({ managerId }) => managerId === 'demo-manager')).toBe(true);
    expect(answered.some(({ ownerId }) => ownerId === 'demo-employee')).toBe(true);
  });

  test('has goals that contribute without a circle, and none more than once over', () => {
    expect(alignmentCycle(city.goals)).toBeNull();
    const shares = city.goals.map(({ alignments }) => alignments.reduce((sum, { share }) => sum + share, 0));
    expect(shares.filter((share) => share > 1)).toEqual([]);
  });
});

describe('the figures', () => {
  const measureScores = city.components
    .filter(({ kind }) => kind === 'process')
    .flatMap((component) => scoreOf(component).goals.flatMap((goal): MeasureScore[] => goal.measures));
  const measureOf = new Map(city.measures.map((measure) => [measure.id, measure]));

  /** The rule of the publisher: at the target is met. */
  function met({ standards, direction }: Measure, value: number): boolean | null {
    if (standards?.kind !== 'points') return null;
    return direction === 'increase' ? value >= standards.meets : value <= standards.meets;
  }

  test('stand on curves that can be drawn', () => {
    const faulty = city.measures.filter(
      ({ standards, direction }) => standards && curveOf(standards, direction).kind !== 'curve',
    );
    expect(faulty).toEqual([]);
  });

  test('come out on the published side of the target, and unscored without one', () => {
    const wrong = measureScores.filter((score) => {
      const measure = measureOf.get(score.measureId);
      if (!measure) return true;
      const expected = met(measure, Number(score.measurement));
      return expected !== (score.outcome === null ? null : score.outcome !== 'below');
    });
    expect(measureScores).toHaveLength(city.measures.length);
    expect(wrong).toEqual([]);
  });

  test('show every outcome, and services that are not scored', () => {
    const services = city.components.filter(({ kind }) => kind === 'process');
    const outcomes = new Set(services.map((component) => scoreOf(component).outcome));
    expect(outcomes).toEqual(new Set(['below', 'meets', 'exceeds', null]));
  });

  test('roll up to a score of the city', () => {
    const whole = city.components.find(({ id }) => id === 'nyc');
    const score = whole ? scoreOf(whole) : null;
    expect(score?.outcome).toBe('below');
    expect(score?.goals.map(({ goalId }) => goalId)).toEqual([
      'city-safe',
      'city-prompt',
      'city-reach',
      'city-money',
    ]);
  });

  test('include a target of zero, and measures of which less is better', () => {
    const zero = city.measures.filter(
      ({ standards }) => standards?.kind === 'points' && standards.meets === 0,
    );
    expect(zero.map(({ id, direction }) => [id, direction])).toEqual([['mmr-10177', 'decrease']]);
  });
});
