// /cycles/{id}/simulate: a cycle rehearsed over a made organisation or over the real one. Nothing is stored.
import { createRoute } from '@hono/zod-openapi';
import type { z } from 'zod';
import {
  type Assumptions,
  type Cycle,
  compileCycle,
  learnAssumptions,
  makeOrganisation,
  type Period,
  type SimulatedOrganisation,
  type Simulation,
} from '../../engine/index.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, jsonBody } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { cycleOfVersion, requireChart } from '../runtime/cycles/candidate.ts';
import { readableDraft } from '../runtime/cycles/readable-draft.ts';
import { finishedPlans } from '../runtime/simulations/finished-plans.ts';
import { realOrganisation } from '../runtime/simulations/real-organisation.ts';
import { fiscalPeriod } from '../store/queries/fiscal-period.ts';
import { idParam } from './wire/common.ts';
import { newSimulationWire, simulationWire } from './wire/simulations.ts';

type Asked = z.infer<typeof newSimulationWire>;

const MOST_PLANS = 50_000;
const DEFAULT_COMPONENTS = 1_000;

const simulate = createRoute({
  method: 'post',
  path: '/{id}/simulate',
  operationId: 'simulateCycle',
  tags: ['Cycles'],
  description:
    'Plans go through the draft or a version as they would, on a clock that jumps and with chance for people. Nothing is sent or stored. The same seed gives the same answer.',
  request: { params: idParam, body: jsonBody(newSimulationWire) },
  responses: answers(200, 'What came out, each figure with its interval', simulationWire),
});

const cycleToSimulate = async (deps: Deps, id: string, version: number | undefined): Promise<Cycle> =>
  version === undefined ? (await readableDraft(deps, id)).cycle : cycleOfVersion(deps, id, version);

const periodAt = ({ store }: Deps, at: string, { cadence }: Cycle): Promise<Period> =>
  store.read((db) => fiscalPeriod(db, at.slice(0, 10), cadence));

async function organisationFor(
  deps: Deps,
  cycle: Cycle,
  { organisation, components = DEFAULT_COMPONENTS, selector = {}, seed = 1, ...asked }: Asked,
): Promise<SimulatedOrganisation> {
  if (organisation !== 'real') return makeOrganisation(organisation ?? { components }, seed);
  const at = asked.startAt ?? deps.clock.now();
  const period = asked.period ?? (await periodAt(deps, at, cycle));
  return realOrganisation(deps, { selector, period, at, needed: compileCycle(cycle, 1).facts });
}

/** What is given goes before what is learned, key by key. */
async function assumptionsFor(
  deps: Deps,
  cycle: Cycle,
  { from, assumptions = {} }: Asked,
): Promise<Assumptions> {
  if (from !== 'history') return assumptions;
  const learned = learnAssumptions(cycle, await finishedPlans(deps, cycle.id));
  return {
    ...learned,
    ...assumptions,
    durations: {
      ...assumptions.durations,
      tasks: { ...learned.durations?.tasks, ...assumptions.durations?.tasks },
    },
    choices: { ...assumptions.choices, tasks: { ...learned.choices?.tasks, ...assumptions.choices?.tasks } },
    events: { ...learned.events, ...assumptions.events },
  };
}

async function toSimulation(deps: Deps, id: string, asked: Asked): Promise<Simulation> {
  const cycle = await cycleToSimulate(deps, id, asked.version);
  requireChart(cycle);
  const organisation = await organisationFor(deps, cycle, asked);
  const { repeats = 1, seed, variables, horizonDays } = asked;
  const plans = organisation.components.filter(({ facts }) => facts !== null).length * repeats;
  if (plans > MOST_PLANS) {
    const detail = `${plans} plans are asked for, and ${MOST_PLANS} are the most. Ask for fewer components or repeats.`;
    throw new ProblemError('invalid', detail, { errors: [{ pointer: '/repeats', detail }] });
  }
  const real = asked.organisation === 'real';
  const startAt = asked.startAt ?? (real ? deps.clock.now() : undefined);
  const period = asked.period ?? (real && startAt ? await periodAt(deps, startAt, cycle) : undefined);
  return {
    cycle,
    organisation,
    options: {
      repeats,
      seed,
      variables,
      horizonDays,
      startAt,
      period,
      assumptions: await assumptionsFor(deps, cycle, asked),
    },
  };
}

export const simulating = (deps: Deps) =>
  createRouter().openapi(simulate, async (c) => {
    authorize(c.var.actor, 'cycles.simulate');
    const simulation = await toSimulation(deps, c.req.valid('param').id, c.req.valid('json'));
    const signal = AbortSignal.any([c.req.raw.signal, deps.stopping]);
    return c.json(await deps.simulations.run(simulation, signal), 200);
  });
