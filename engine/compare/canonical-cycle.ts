// One way to write each cycle: two documents that say the same are the same JSON. What is left out is what says
// nothing (empty lists, defaults); names whose order means nothing are sorted. The order of stages, tasks,
// transitions and actions means something, and stays.
import type { Cycle } from '../model/cycle.ts';
import type { JsonObject } from '../model/json.ts';
import { formatCycle } from '../statechart/document/format-cycle.ts';
import { isFields, kindInside, type PlaceKind } from '../statechart/document/places.ts';

type Fields = Record<string, unknown>;

/** Where a key that holds nothing is as good as no key; a form and a stage's inside are what they are. */
const emptied: ReadonlySet<PlaceKind> = new Set([
  'cycle',
  'stage',
  'transition',
  'timer',
  'task',
  'action',
  'begin',
]);
const meaningful: ReadonlySet<string> = new Set(['form', 'stages']);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const defaults: Partial<Record<PlaceKind, Record<string, readonly unknown[]>>> = {
  cycle: { cadence: ['year'] },
  stage: { type: ['atomic', 'compound'], history: ['shallow'] },
  transition: { internal: [false] },
  timer: { internal: [false] },
  place: { collapsed: [false] },
  logic: { hit: ['U'] },
};

function isLeftOut(kind: PlaceKind, key: string, value: unknown): boolean {
  if (isEmpty(value)) return emptied.has(kind) && !meaningful.has(key);
  return (defaults[kind]?.[key] ?? []).includes(value);
}

const sorted = (value: Fields): Fields =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Where the order of the names means nothing: in every named part of the cycle but its stages, too. */
const unordered: ReadonlySet<string> = new Set(['on', 'data']);
const isUnordered = (kind: PlaceKind, key: string): boolean =>
  unordered.has(key) || (kind === 'cycle' && key !== 'stages');

function tidyFields(value: Fields, kind: PlaceKind): Fields {
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const tidied = tidy(inner, kindInside(kind, key));
    return [key, isUnordered(kind, key) && isFields(tidied) ? sorted(tidied) : tidied];
  });
  return Object.fromEntries(entries.filter(([key, inner]) => !isLeftOut(kind, key, inner)));
}

const collections: ReadonlySet<PlaceKind> = new Set(['stages', 'listeners', 'tasks', 'places']);

/** A timer's id is left out when it is the one that the timer would have anyway. */
function tidyStages(stages: Fields): Fields {
  const named = Object.entries(stages).map(([id, stage]) => {
    const tidied = tidy(stage, 'stage');
    if (!isFields(tidied) || !Array.isArray(tidied.after)) return [id, tidied];
    const after = tidied.after.map((timer: Fields, index) => {
      const { id: own, ...rest } = timer;
      return own === undefined || own === `${id}.${index}` ? rest : timer;
    });
    return [id, { ...tidied, after }];
  });
  return Object.fromEntries(named);
}

function tidy(value: unknown, kind: PlaceKind): unknown {
  if (Array.isArray(value)) return value.map((item, index) => tidy(item, kindInside(kind, String(index))));
  if (!isFields(value) || kind === 'open') return value;
  if (kind === 'stages') return tidyStages(value);
  if (!collections.has(kind)) return tidyFields(value, kind);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, tidy(inner, kindInside(kind, key))]),
  );
}

export function canonicalCycle(cycle: Cycle): JsonObject {
  const written: JsonObject = JSON.parse(formatCycle(cycle));
  return JSON.parse(JSON.stringify(tidy(written, 'cycle')));
}
