// Whether a change is of what plans do, or only of what people read: an expression or a span that is written in another
// way and means the same is of the second kind.
import { meaningOfFeel } from '../expression/meaning-of-feel.ts';
import { expressionsIn } from '../expression/template.ts';
import { type Action, actionSchema } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import { meaningOfSpan } from '../time/meaning-of-span.ts';
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

const feel = (json: Json): Json => (typeof json === 'string' ? meaningOfFeel(json, 'expression') : json);
const tests = (json: Json): Json => (typeof json === 'string' ? meaningOfFeel(json, 'unary-tests') : json);
const span = (json: Json): Json => (typeof json === 'string' ? (meaningOfSpan(json) ?? feel(json)) : json);

type Meaning = (json: Json) => Json;
const each =
  (meaning: Meaning): Meaning =>
  (json) =>
    Array.isArray(json) ? json.map(meaning) : json;
const fields =
  (meanings: Readonly<Record<string, Meaning>>): Meaning =>
  (json) =>
    typeof json !== 'object' || json === null || Array.isArray(json)
      ? json
      : Object.fromEntries(
          Object.entries(json).map(([key, value]) => [
            key,
            Object.hasOwn(meanings, key) ? (meanings[key]?.(value) ?? value) : value,
          ]),
        );
const ofAll: Meaning = (json) =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, feel(value)]))
    : json;

const ofAction = fields({ guard: feel, value: feel, key: feel, cause: feel, data: ofAll, delay: span });

/** What an expression or a span means, by the key that it stands at in a stage, a transition, a task, a row or a decision. */
const meanings: Readonly<Record<string, Meaning>> = {
  guard: feel,
  delay: span,
  due: span,
  remind: each(span),
  escalate: each(fields({ after: span })),
  when: each(tests),
  give: each(feel),
  logic: (json) =>
    typeof json === 'object' && json !== null && !Array.isArray(json) && json.kind === 'expression'
      ? fields({ text: feel })(json)
      : json,
};

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
    return read.success ? ofAction(doneBy(read.data)) : json;
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
  const meaning = Object.hasOwn(meanings, field) ? meanings[field] : undefined;
  if (meaning && before !== undefined && after !== undefined)
    return isSame(meaning(before), meaning(after)) ? 'wording' : 'behaviour';
  if (!actionLists.has(field)) return 'behaviour';
  return isSame(doneByAll(before ?? []), doneByAll(after ?? [])) ? 'wording' : 'behaviour';
}
