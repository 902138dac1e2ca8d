// The scenarios of a cycle: added, changed and taken away. Their names tell them apart, so no two are the same.
import { type Cycle, inPlainWords, type Scenario, scenarioSchema } from '../../engine/index.ts';
import { retell, t } from '../language/say.ts';
import { type Applied, applied, type CommandOf, refused } from './command.ts';
import { patched } from './stage-tree.ts';

const withScenarios = (cycle: Cycle, scenarios: Scenario[]): Applied =>
  applied(patched(cycle, { scenarios: scenarios.length > 0 ? scenarios : undefined }));

/** Why a scenario cannot stand at a place; null when it can. */
function faultOf({ scenarios = [] }: Cycle, scenario: Scenario, index: number): string | null {
  const parsed = scenarioSchema.safeParse(scenario, { error: inPlainWords });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue?.path[0] === 'name') return t('A scenario needs a name of at most 200 characters.');
    return issue ? `${issue.path.join('/')}: ${retell(issue.message)}` : t('The scenario does not fit.');
  }
  const isTaken = scenarios.some((other, at) => at !== index && other.name === parsed.data.name);
  return isTaken
    ? t('Another scenario is called "{name}". Say in the name what this one is about.', {
        name: parsed.data.name,
      })
    : null;
}

const gone = refused(t('This scenario is not there any more.'));

export function addScenario(cycle: Cycle, { scenario }: CommandOf<'add-scenario'>): Applied {
  const scenarios = cycle.scenarios ?? [];
  const fault = faultOf(cycle, scenario, scenarios.length);
  return fault === null ? withScenarios(cycle, [...scenarios, scenario]) : refused(fault);
}

export function setScenario(cycle: Cycle, { index, scenario }: CommandOf<'set-scenario'>): Applied {
  const scenarios = cycle.scenarios ?? [];
  if (!scenarios[index]) return gone;
  const fault = faultOf(cycle, scenario, index);
  return fault === null ? withScenarios(cycle, scenarios.with(index, scenario)) : refused(fault);
}

export function removeScenario(cycle: Cycle, { index }: CommandOf<'remove-scenario'>): Applied {
  const scenarios = cycle.scenarios ?? [];
  return scenarios[index] ? withScenarios(cycle, scenarios.toSpliced(index, 1)) : gone;
}
