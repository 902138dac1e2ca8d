// What the stages and tasks of one version of a cycle are called, and who people are: for sentences about a plan.
import { type Cycle, localDateOf, type Stages, type WhyNames } from '../../../engine/index.ts';
import { describeEffect } from './describe-effect.ts';
import type { PersonRef } from './person-names.ts';

function* named(stages: Stages): Iterable<{ of: 'stage' | 'task'; id: string; name: string }> {
  for (const [id, stage] of Object.entries(stages)) {
    yield { of: 'stage', id, name: stage.name ?? id };
    const tasks = 'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
    for (const [key, { title }] of tasks) yield { of: 'task', id: key, name: title };
    if ('stages' in stage) yield* named(stage.stages);
  }
}

export interface NamesAround {
  personOf(id: string): PersonRef;
  zone: string;
}

/** Names in the version are looked up once; a maker for each plan adds the people and the zone. */
export function namesOf(cycle: Cycle): (around: NamesAround) => WhyNames {
  const all = [...named(cycle.stages)];
  const by = (kind: 'stage' | 'task') =>
    new Map(all.filter(({ of }) => of === kind).map(({ id, name }) => [id, name]));
  const [stages, tasks] = [by('stage'), by('task')];
  return ({ personOf, zone }) => ({
    stage: (id) => stages.get(id) ?? id,
    task: (key) => tasks.get(key) ?? key,
    person: (id) => personOf(id).name,
    day: (instant) => localDateOf(instant, zone),
    effect: (effect) => describeEffect(effect, zone),
  });
}
