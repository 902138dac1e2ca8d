// What a simulation is asked, as a designer sets it: few numbers, each with a sensible start.
import type { Assumptions, MadeOrganisation, SimulationOptions } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export interface Settings {
  organisation: 'made' | 'real';
  /** Plans at once, in a made organisation. */
  components: number;
  /** Parts that one manager has, about. */
  span: number;
  repeats: number;
  /** `history`: what finished plans of the cycle tell. */
  from: 'assumed' | 'history';
  /** Working days that a task takes in the mean, and how far that spreads. */
  days: number;
  spread: number;
  /** Percent of the rounds; the rest exceeds. */
  below: number;
  meets: number;
  /** Of a person's time: what a task takes, and what a week has for them. */
  minutes: number;
  limit: number;
  seed: number;
}

export const usualSettings: Settings = {
  organisation: 'made',
  components: 500,
  span: 7,
  repeats: 1,
  from: 'assumed',
  days: 5,
  spread: 4,
  below: 25,
  meets: 55,
  minutes: 30,
  limit: 600,
  seed: 1,
};

export const exceedsOf = ({ below, meets }: Settings): number => 100 - below - meets;

/** More plans than this keep a browser busy for too long. */
export const mostPlans = 50_000;

/** Why it cannot be simulated like this; null when it can. */
export function faultOf(settings: Settings): string | null {
  if (exceedsOf(settings) < 0) return t('Below and meets are more than all rounds: together at most 100 %.');
  const plans = settings.organisation === 'made' ? settings.components * settings.repeats : 0;
  if (plans > mostPlans)
    return t('These are {plans} plans; {most} are the most.', { plans, most: mostPlans });
  return null;
}

/** The server needs to know what only it has: the organisation, and what happened. */
export const isForServer = ({ organisation, from }: Settings): boolean =>
  organisation === 'real' || from === 'history';

export const madeOf = ({ components, span }: Settings): MadeOrganisation => ({ components, span });

function assumptionsOf(settings: Settings): Assumptions {
  const { days, spread, minutes, limit, below, meets, from } = settings;
  const load: Assumptions['load'] = { minutes: { default: minutes }, limit };
  if (from === 'history') return { load };
  const of =
    spread > 0
      ? ({ kind: 'lognormal', mean: days, sd: spread } as const)
      : ({ kind: 'constant', value: days } as const);
  return {
    load,
    durations: { default: { unit: 'working-days', of } },
    results: {
      kind: 'shares',
      below: below / 100,
      meets: meets / 100,
      exceeds: exceedsOf(settings) / 100,
    },
  };
}

export const optionsOf = (settings: Settings): SimulationOptions => ({
  seed: settings.seed,
  repeats: settings.repeats,
  assumptions: assumptionsOf(settings),
});

/** As the server is asked; `version` null is the draft as it was last saved. */
export const requestOf = (settings: Settings, version: number | null) => ({
  ...(version === null ? {} : { version }),
  organisation: settings.organisation === 'real' ? ('real' as const) : madeOf(settings),
  ...(settings.from === 'history' ? { from: 'history' as const } : {}),
  ...optionsOf(settings),
});
