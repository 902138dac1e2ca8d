// Whether a plan is too large to be read and written at every event.
import type { Json } from '../../model/json.ts';
import type { ArmedTimer, OpenTask, Plan } from '../../model/plan.ts';

/** One megabyte of JSON: what a store reads and writes at every event. */
export const maxPlanSize = 1_048_576;

/** The most that one character of a text takes, escaped; a number; and what stands around an entry. */
const perCharacter = 6;
const perNumber = 25;
const around = 4;

/** At least the characters of its JSON. */
export function mostCharacters(json: Json): number {
  if (typeof json === 'string') return perCharacter * json.length + around;
  if (typeof json !== 'object' || json === null) return perNumber;
  let most = around;
  if (Array.isArray(json)) for (const item of json) most += mostCharacters(item) + around;
  else for (const key in json) most += perCharacter * key.length + around + mostCharacters(json[key] ?? null);
  return most;
}

/** Names, instants and numbers of a goal's result, a task or a timer, and of the plan itself. */
const perEntry = 300;
const plain = 2_000;

function mostOfEntries(entries: Record<string, object>): number {
  let most = 0;
  for (const key in entries) most += perCharacter * key.length + perEntry;
  return most;
}

function mostOfStays(stays: Record<string, OpenTask | ArmedTimer>): number {
  let most = mostOfEntries(stays);
  for (const key in stays) {
    const stay = stays[key];
    if (!stay) continue;
    most += perCharacter * stay.stage.length;
    if ('raises' in stay && stay.raises) most += mostCharacters(stay.raises);
  }
  return most;
}

/** `place` is what its stages take. */
function mostOf(plan: Plan, place: number): number {
  const { id, componentId, cycleId, ending, variables, goals, tasks, timers } = plan;
  const names = id.length + componentId.length + cycleId.length + (ending?.length ?? 0);
  return (
    plain +
    place +
    perCharacter * names +
    mostCharacters(variables) +
    mostOfEntries(goals) +
    mostOfStays(tasks) +
    mostOfStays(timers)
  );
}

/** Null when it fits. Writing the JSON costs more than most steps do, so it is written only near the limit. */
export function excessSize(plan: Plan, place: number): number | null {
  if (mostOf(plan, place) <= maxPlanSize) return null;
  const size = JSON.stringify(plan).length;
  return size > maxPlanSize ? size : null;
}
