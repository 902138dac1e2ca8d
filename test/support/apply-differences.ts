// Makes the new cycle of the old one and its differences, and of nothing else: what shows that they are complete.
import { canonicalCycle } from '../../engine/compare/canonical-cycle.ts';
import { type CycleOutline, outlineOf } from '../../engine/compare/outline.ts';
import {
  type Cycle,
  type Difference,
  type JsonObject,
  parseCycle,
  renameInCycle,
} from '../../engine/index.ts';

interface Flat {
  own: JsonObject;
  parent: string | null;
  tasks: [string, JsonObject][];
  lists: Map<string, JsonObject[]>;
  inside: string[];
}

// biome-ignore lint/suspicious/noExplicitAny: before and after are whatever the kind of difference says
type Fields = Record<string, any>;
const asObject = (value: unknown): Fields => (value ?? {}) as Fields;

function flatten(outline: CycleOutline): Map<string | null, Flat> {
  const lists = (of: CycleOutline['lists']) =>
    new Map([...of].map(([name, { items }]) => [name, [...items]]));
  const root: Flat = {
    own: { ...outline.own, ...Object.fromEntries(outline.parts) },
    parent: null,
    tasks: [],
    lists: lists(outline.lists),
    inside: [...outline.top],
  };
  const stages = [...outline.stages.values()].map((stage): [string, Flat] => [
    stage.id,
    {
      own: { ...stage.own },
      parent: stage.parent,
      tasks: stage.tasks.map(({ key, own }) => [key, { ...own }]),
      lists: lists(stage.lists),
      inside: [...stage.inside],
    },
  ]);
  return new Map<string | null, Flat>([[null, root], ...stages]);
}

const get = (flat: Map<string | null, Flat>, id: string | null): Flat => {
  const found = flat.get(id);
  if (!found) throw new Error(`There is no stage ${id}.`);
  return found;
};

const setField = (fields: JsonObject, { field, old, new: pointer, after }: Difference) => {
  if (field === null) return;
  if (pointer === null && old !== null) delete fields[field];
  else fields[field] = after;
};

function fromStage(json: Fields, parent: string | null): Flat {
  const { tasks = {}, on = {}, after = [], always = [], onDone = [], ...own } = json;
  const lists = new Map<string, JsonObject[]>(
    Object.entries(on).map(([type, items]) => [`on/${type}`, items as JsonObject[]]),
  );
  for (const [name, items] of Object.entries({ after, always, onDone }))
    if (items.length > 0) lists.set(name, items);
  return { own, parent, tasks: Object.entries(tasks), lists, inside: [] };
}

/** What stays keeps its order or takes the new one; what comes in takes its position, the first ones first. */
function inOrder<T>(stays: T[], comes: { item: T; at: number }[]): T[] {
  const list = [...stays];
  for (const { item, at } of comes.sort((a, b) => a.at - b.at)) list.splice(at, 0, item);
  return list;
}

type All = readonly Difference[];
const of = (all: All, kind: Difference['kind']): Difference[] => all.filter((one) => one.kind === kind);

function applyStages(flat: Map<string | null, Flat>, all: All): Map<string, JsonObject> {
  const taskBodies = new Map([...flat.values()].flatMap(({ tasks }) => tasks));
  const comes: { id: string; in: string | null; at: number }[] = [];
  for (const { stage, before } of of(all, 'stage-removed')) {
    const { in: parent } = asObject(before);
    const container = flat.get(parent);
    if (container) container.inside = container.inside.filter((id) => id !== stage);
  }
  for (const { stage, before, after } of of(all, 'stage-moved')) {
    const from = flat.get(asObject(before).in);
    if (from) from.inside = from.inside.filter((id) => id !== stage);
    comes.push({ id: stage ?? '', in: asObject(after).in, at: asObject(after).at });
  }
  for (const { stage } of of(all, 'stage-removed')) flat.delete(stage);
  for (const { stage, after } of of(all, 'stage-added')) {
    const given = asObject(after);
    flat.set(stage, fromStage(given.stage, given.in));
    comes.push({ id: stage ?? '', in: given.in, at: given.at });
  }
  for (const { stage, after } of of(all, 'stages-reordered')) get(flat, stage).inside = after as string[];
  for (const [id, one] of flat) {
    const inside = comes.filter((coming) => coming.in === id).map(({ id: item, at }) => ({ item, at }));
    one.inside = inOrder(one.inside, inside);
  }
  for (const change of of(all, 'stage-changed')) setField(get(flat, change.stage).own, change);
  return taskBodies;
}

function applyTasks(flat: Map<string | null, Flat>, bodies: Map<string, JsonObject>, all: All): void {
  const comes: { key: string; stage: string; at: number; own: JsonObject }[] = [];
  const keyOf = (pointer: string | null) => pointer?.split('/tasks/')[1]?.split('/')[0] ?? '';
  const take = (stage: string, key: string) => {
    const holder = flat.get(stage);
    if (holder) holder.tasks = holder.tasks.filter(([own]) => own !== key);
  };
  for (const { stage, old } of of(all, 'task-removed')) take(stage ?? '', keyOf(old));
  for (const { new: pointer, before, after } of of(all, 'task-moved')) {
    const key = keyOf(pointer);
    take(asObject(before).stage, key);
    comes.push({ key, stage: asObject(after).stage, at: asObject(after).at, own: bodies.get(key) ?? {} });
  }
  for (const { new: pointer, after } of of(all, 'task-added')) {
    const { stage, at, task } = asObject(after);
    comes.push({ key: keyOf(pointer), stage, at, own: { ...task } });
  }
  for (const { stage, after } of of(all, 'tasks-reordered')) {
    const holder = get(flat, stage);
    const place = (key: string) => (after as string[]).indexOf(key);
    holder.tasks.sort(([a], [b]) => place(a) - place(b));
  }
  for (const [id, holder] of flat) {
    const inside = comes.filter(({ stage }) => stage === id);
    holder.tasks = inOrder(
      holder.tasks,
      inside.map(({ key, at, own }) => ({ item: [key, own] as [string, JsonObject], at })),
    );
  }
  for (const change of of(all, 'task-changed')) {
    const tasks = new Map(get(flat, change.stage).tasks);
    const names = new Map(of(all, 'task-renamed').map(({ before, after }) => [before, after as string]));
    const key = change.new === null ? keyOf(change.old) : keyOf(change.new);
    const task = tasks.get(change.new === null ? (names.get(key) ?? key) : key);
    if (!task) throw new Error(`There is no task ${key}.`);
    setField(task, change);
  }
}

const placeInList = /\/(on\/[^/]+|after|always|onDone)(?:\/(\d+))?(?:\/[^/]+)?$/;

interface Placed {
  old: number;
  item: JsonObject;
}

const ends = (changes: All, suffix: string) => changes.filter(({ kind }) => kind.endsWith(suffix));
const indexIn = (pointer: string | null): number => Number(placeInList.exec(pointer ?? '')?.[2]);

function changedList(items: JsonObject[], changes: All): JsonObject[] {
  const gone = ends(changes, '-removed').map(({ old }) => indexIn(old));
  let stays = items
    .map((item, index): Placed => ({ old: index, item: { ...item } }))
    .filter(({ old }) => !gone.includes(old));
  for (const { after } of ends(changes, '-reordered'))
    stays = (after as number[]).flatMap((old) => stays.filter((one) => one.old === old));
  const list = inOrder(
    stays,
    ends(changes, '-added').map(({ new: pointer, after }) => ({
      item: { old: -1, item: { ...asObject(after) } },
      at: indexIn(pointer),
    })),
  );
  for (const change of [...ends(changes, '-changed'), ...ends(changes, '-renamed')]) {
    const entry =
      change.new === null ? list.find(({ old }) => old === indexIn(change.old)) : list[indexIn(change.new)];
    if (!entry) throw new Error(`Nothing at ${change.new ?? change.old}.`);
    setField(entry.item, change);
  }
  return list.map(({ item }) => item);
}

function applyTransitions(flat: Map<string | null, Flat>, all: All): void {
  const names = (kind: Difference['kind']) =>
    new Map(of(all, kind).map(({ before, after }) => [String(before), String(after)]));
  const [stages, tasks] = [names('stage-renamed'), names('task-renamed')];
  const inNewWords = (list: string) =>
    list
      .replace(/^on\/done\.state\.(.+)$/, (whole, id) =>
        stages.has(id) ? `on/done.state.${stages.get(id)}` : whole,
      )
      .replace(/^on\/task\.(.+)\.(completed|overdue|\*)$/, (whole, key, what) =>
        tasks.has(key) ? `on/task.${tasks.get(key)}.${what}` : whole,
      );
  const listOf = ({ old, new: pointer }: Difference): string =>
    pointer === null
      ? inNewWords(placeInList.exec(old ?? '')?.[1] ?? '')
      : (placeInList.exec(pointer)?.[1] ?? '');
  const concerned = all.filter(({ kind }) => /^(transition|timer)/.test(kind));
  for (const [key, changes] of Map.groupBy(concerned, (one) => JSON.stringify([one.stage, listOf(one)]))) {
    const [stage, name] = JSON.parse(key);
    const holder = get(flat, stage);
    const list = changedList(holder.lists.get(name) ?? [], changes);
    if (list.length > 0) holder.lists.set(name, list);
    else holder.lists.delete(name);
  }
}

function rebuild(flat: Map<string | null, Flat>, id: string | null): Fields {
  const { own, tasks, lists, inside } = get(flat, id);
  const on = [...lists]
    .filter(([name]) => name.startsWith('on/'))
    .map(([name, items]) => [name.slice(3), items]);
  const others = [...lists].filter(([name]) => !name.startsWith('on/'));
  return {
    ...own,
    ...(tasks.length > 0 ? { tasks: Object.fromEntries(tasks) } : {}),
    ...(on.length > 0 ? { on: Object.fromEntries(on) } : {}),
    ...Object.fromEntries(others),
    ...(inside.length > 0
      ? { stages: Object.fromEntries(inside.map((inner) => [inner, rebuild(flat, inner)])) }
      : {}),
  };
}

/** The new cycle in its canonical form. */
export function applyDifferences(a: Cycle, differences: readonly Difference[]): JsonObject {
  const names = (kind: Difference['kind']) =>
    new Map(of(differences, kind).map(({ before, after }) => [String(before), String(after)]));
  const renamed = renameInCycle(a, { stages: names('stage-renamed'), tasks: names('task-renamed') });
  const flat = flatten(outlineOf(renamed));
  const root = get(flat, null).own;
  for (const change of of(differences, 'cycle-changed')) setField(root, change);
  for (const change of differences.filter(({ kind }) => /^(variable|part|layout)-/.test(kind))) {
    const part = (change.new ?? change.old ?? '').split('/')[1] ?? '';
    const fields = { ...asObject(root[part]) };
    setField(fields, change);
    root[part] = fields;
  }
  applyTasks(flat, applyStages(flat, differences), differences);
  applyTransitions(flat, differences);
  const parsed = parseCycle(rebuild(flat, null));
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  return canonicalCycle(parsed.cycle);
}
