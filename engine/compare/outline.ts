// A cycle laid flat for comparison: each stage with what is its own, its tasks and its lists of transitions, and
// where each of them stands. Made of the canonical form, so keys that a later schema adds are compared too.
import type { Cycle } from '../model/cycle.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { canonicalCycle } from './canonical-cycle.ts';
import { renamedEvent } from './rename-in-cycle.ts';

/** Transitions that wait for the same, in the order in which they are tried. */
export interface TransitionList {
  /** on/<event>, after, always or onDone. */
  name: string;
  pointer: string;
  items: JsonObject[];
}

export interface StageOutline {
  id: StageId;
  name: string;
  parent: StageId | null;
  pointer: string;
  /** What is neither a task, nor a transition, nor a stage inside. `type` is always said. */
  own: JsonObject;
  tasks: TaskOutline[];
  lists: ReadonlyMap<string, TransitionList>;
  inside: StageId[];
}

export interface TaskOutline {
  key: TaskKey;
  stage: StageId;
  pointer: string;
  own: JsonObject;
}

export interface CycleOutline {
  own: JsonObject;
  /** Named parts besides stages: variables, layout, decision tables … by the name of the part. */
  parts: ReadonlyMap<string, JsonObject>;
  lists: ReadonlyMap<string, TransitionList>;
  stages: ReadonlyMap<StageId, StageOutline>;
  tasks: ReadonlyMap<TaskKey, TaskOutline>;
  top: StageId[];
}

/** What things are called where the document stands that pointers lead into. */
export interface NamesInDocument {
  stage(id: StageId): string;
  task(key: TaskKey): string;
}

const itself = (name: string): string => name;
const itsOwnNames: NamesInDocument = { stage: itself, task: itself };

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
const objectAt = (fields: JsonObject, key: string): JsonObject => {
  const json = fields[key];
  return isObject(json) ? json : {};
};
const listIn = (json: Json | undefined): JsonObject[] => (Array.isArray(json) ? json.filter(isObject) : []);

const without = (fields: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));

/** A timer always says how it is called. */
const timersIn = (stage: StageId, items: JsonObject[]): JsonObject[] =>
  items.map((timer, index) => ({ id: `${stage}.${index}`, ...timer }));

function listsOf(fields: JsonObject, at: string, names: NamesInDocument, stage: StageId) {
  const lists: TransitionList[] = Object.entries(objectAt(fields, 'on')).map(([type, items]) => ({
    name: `on/${type}`,
    pointer: at + pointerTo('on', renamedEvent(type, names)),
    items: listIn(items),
  }));
  for (const name of ['after', 'always', 'onDone']) {
    const items = listIn(fields[name]);
    if (items.length > 0)
      lists.push({
        name,
        pointer: at + pointerTo(name),
        items: name === 'after' ? timersIn(stage, items) : items,
      });
  }
  return new Map(lists.map((list) => [list.name, list]));
}

const stageLists = ['tasks', 'on', 'after', 'always', 'onDone', 'stages'];

/** `names` are those of the document that pointers shall lead into, when the cycle was renamed since. */
export function outlineOf(cycle: Cycle, names: NamesInDocument = itsOwnNames): CycleOutline {
  const document = canonicalCycle(cycle);
  const stages = new Map<StageId, StageOutline>();
  const visit = (inside: JsonObject, parent: StageId | null, above: string): StageId[] => {
    for (const [id, json] of Object.entries(inside)) {
      const fields = isObject(json) ? json : {};
      const pointer = above + pointerTo('stages', names.stage(id));
      const type = fields.type ?? (isObject(fields.stages) ? 'compound' : 'atomic');
      const outline: StageOutline = {
        id,
        name: typeof fields.name === 'string' ? fields.name : id,
        parent,
        pointer,
        own: { type, ...without(fields, stageLists) },
        tasks: Object.entries(objectAt(fields, 'tasks')).map(([key, task]) => ({
          key,
          stage: id,
          pointer: pointer + pointerTo('tasks', names.task(key)),
          own: isObject(task) ? task : {},
        })),
        lists: listsOf(fields, pointer, names, id),
        inside: [],
      };
      stages.set(id, outline);
      outline.inside = visit(objectAt(fields, 'stages'), id, pointer);
    }
    return Object.keys(inside);
  };
  const top = visit(objectAt(document, 'stages'), null, '');
  const parts = Object.entries(document).filter(
    ([key, json]) => isObject(json) && !['stages', 'on'].includes(key),
  );
  return {
    own: Object.fromEntries(Object.entries(document).filter(([, json]) => !isObject(json))),
    parts: new Map(parts.map(([key, json]) => [key, isObject(json) ? json : {}])),
    lists: listsOf(document, '', names, ''),
    stages,
    tasks: new Map([...stages.values()].flatMap(({ tasks }) => tasks).map((task) => [task.key, task])),
    top,
  };
}
