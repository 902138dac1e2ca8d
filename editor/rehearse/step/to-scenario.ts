// A rehearsal kept as a test: what was given, each step with where it led, and where the plan is in the end.
import type { Play, Scenario, ScenarioStep, Then } from '../../../engine/index.ts';
import { playOf, type Rehearsal, stepsOf } from './rehearsal.ts';

const stageOf = ({ plan: { stage } }: Play): Pick<Then, 'stage'> => {
  const [only] = stage;
  return stage.length === 1 && only !== undefined ? { stage: only } : { stage };
};

function endOf(play: Play): Then {
  const { outcome, ending, status } = play.plan;
  return {
    ...stageOf(play),
    ...(outcome === null ? {} : { outcome }),
    ...(status === 'ended' ? { ending } : {}),
  };
}

export function toScenario(rehearsal: Rehearsal, name: string): Scenario {
  const when = stepsOf(rehearsal).map((step, index): ScenarioStep => {
    const entry = rehearsal.log[index];
    const moved = entry && entry.before.plan.stage.join() !== entry.after.plan.stage.join();
    return moved ? { ...step, then: { ...step.then, ...stageOf(entry.after) } } : step;
  });
  return { name, given: rehearsal.given, when, then: endOf(playOf(rehearsal)) };
}
