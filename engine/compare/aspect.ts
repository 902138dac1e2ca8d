// Whether a change is of what plans do, or only of what people read.
import { expressionsIn } from '../expression/template.ts';
import { type Action, actionSchema } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import type { Aspect } from './difference.ts';

/** Scenarios only say what plans do. */
const wording: ReadonlySet<string> = new Set([
  'name',
  'description',
  'title',
  'notes',
  'annotations',
  'scenarios',
]);
const layout: ReadonlySet<string> = new Set(['$schema']);
const actionLists: ReadonlySet<string> = new Set(['do', 'entry', 'exit']);
/** The columns of a decision table, with what stands above each. */
const columns: ReadonlySet<string> = new Set(['inputs', 'outputs']);

/** What an action does besides its texts; an expression inside a text can fail, so it stays. */
function doneBy(action: Action): Json {
  switch (action.do) {
    case 'notify':
      return plain({ ...action, message: expressionsIn(action.message) });
    case 'reward':
    case 'intervene':
      return plain({ ...action, title: '' });
    default:
      return plain(action);
  }
}

const plain = (value: object): Json => JSON.parse(JSON.stringify(value));

function doneByAll(actions: Json): Json {
  if (!Array.isArray(actions)) return actions;
  return actions.map((json) => {
    const read = actionSchema.safeParse(json);
    return read.success ? doneBy(read.data) : json;
  });
}

const withoutLabels = (json: Json | undefined): Json =>
  Array.isArray(json)
    ? json.map((one) =>
        typeof one === 'object' && one !== null && !Array.isArray(one) ? { ...one, label: null } : one,
      )
    : (json ?? null);

export const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Of a key that has changed, wherever it stands. */
export function aspectOf(field: string, before: Json | undefined, after: Json | undefined): Aspect {
  if (wording.has(field)) return 'wording';
  if (layout.has(field)) return 'layout';
  if (columns.has(field) && isSame(withoutLabels(before), withoutLabels(after))) return 'wording';
  if (!actionLists.has(field)) return 'behaviour';
  return isSame(doneByAll(before ?? []), doneByAll(after ?? [])) ? 'wording' : 'behaviour';
}
