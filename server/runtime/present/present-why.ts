// Why a plan is where it is, in sentences, with names instead of ids.
import type { z } from 'zod';
import {
  type Cycle,
  explainPlan,
  localDateOf,
  type Plan,
  type Stages,
  sayLink,
  type WhyNames,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { whyWire } from '../../routes/wire/plans.ts';
import { allHistory, type StoredLine } from '../../store/queries/history.ts';
import type { Db } from '../../store/schema.ts';
import { situationOf } from '../plans/step-plan.ts';
import { cyclesFollowed } from './cycles-followed.ts';
import { describeEffect } from './describe-effect.ts';
import { personRefs } from './person-names.ts';

export type PlanWhy = z.infer<typeof whyWire>;

function namesIn(stages: Stages): { stages: [string, string][]; tasks: [string, string][] } {
  const found = Object.entries(stages).map(([id, stage]) => {
    const tasks = 'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
    const inside = 'stages' in stage ? namesIn(stage.stages) : { stages: [], tasks: [] };
    return {
      stages: [[id, stage.name ?? id], ...inside.stages] as [string, string][],
      tasks: [...tasks.map(([key, { title }]): [string, string] => [key, title]), ...inside.tasks],
    };
  });
  return {
    stages: found.flatMap(({ stages: own }) => own),
    tasks: found.flatMap(({ tasks: own }) => own),
  };
}

async function makeNames(
  db: Db,
  { cycles, lines, zone }: { cycles: readonly Cycle[]; lines: readonly StoredLine[]; zone: string },
): Promise<WhyNames> {
  const names = cycles.map((cycle) => namesIn(cycle.stages));
  const stageNames = new Map(names.flatMap(({ stages }) => stages));
  const taskNames = new Map(names.flatMap(({ tasks }) => tasks));
  const personOf = await personRefs(
    db,
    lines.map((line) => line.actor),
  );
  return {
    stage: (id) => stageNames.get(id) ?? id,
    task: (key) => taskNames.get(key) ?? key,
    person: (id) => personOf(id).name,
    day: (instant) => localDateOf(instant, zone),
    effect: describeEffect,
  };
}

export async function presentWhy(deps: Deps, db: Db, plan: Plan): Promise<PlanWhy> {
  const { situation } = await situationOf(deps, db, plan);
  const lines = await allHistory(db, plan.id);
  const followed = await cyclesFollowed(deps, db, { plan, lines });
  const names = await makeNames(db, {
    cycles: followed.all,
    lines,
    zone: situation.facts.calendar.zone,
  });
  const { stage, links } = explainPlan(lines, followed.at);
  return {
    stage: stage.map((id) => ({ id, name: names.stage(id) })),
    links: links.map((link) => ({
      revision: link.revision,
      at: link.at,
      because: link.because,
      event: link.event.type,
      transitions: link.taken.map(({ transition }) => transition),
      guards: link.taken.flatMap(({ guard, refused }) => [...refused, ...(guard ? [guard] : [])]),
      ...sayIn(link, names),
    })),
  };
}

function sayIn(link: Parameters<typeof sayLink>[0], names: WhyNames) {
  const { cause, because, effects } = sayLink(link, names);
  return { words: { cause, because, effects } };
}
