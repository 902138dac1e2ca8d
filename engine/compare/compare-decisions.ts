// The decisions of two versions by name; two tables row by row.
import type { Json, JsonObject } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { isSame } from './aspect.ts';
import { compareFields } from './compare-fields.ts';
import { compareLists, matchItems } from './compare-lists.ts';
import type { Difference } from './difference.ts';
import { quoted } from './words.ts';

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const without = (fields: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

const rowsOf = ({ rules }: JsonObject): JsonObject[] => (Array.isArray(rules) ? rules.filter(isObject) : []);

/** A row is told by its number, as people count. */
const row = (subject: string, position: number): string => `${subject}, row ${position + 1}`;

interface Compared {
  subject: string;
  pointer: string;
  old: JsonObject;
  new: JsonObject;
}

function compareTables({ subject, pointer, old, new: other }: Compared): Difference[] {
  const matching = { weights: { when: 2, give: 1 }, ignored: ['description', 'notes'], pairsLast: true };
  const list = (logic: JsonObject) => ({ pointer: `${pointer}/rules`, items: rowsOf(logic) });
  const [a, b] = [list(old), list(other)];
  const fields = (logic: JsonObject) => ({ pointer, fields: without(logic, 'rules') });
  return [
    ...compareFields({
      kind: 'decision-changed',
      subject,
      stage: null,
      old: fields(old),
      new: fields(other),
    }),
    ...compareLists({
      old: a,
      new: b,
      pairs: matchItems(a.items, b.items, matching),
      what: 'rule',
      stage: null,
      words: {
        added: (_, position) => `${row(subject, position)} was added.`,
        removed: (_, position) => `${row(subject, position)} was removed.`,
        subject: (_, position) => row(subject, position),
        reordered: `${subject}: the rows are in another order.`,
      },
    }),
  ];
}

function compareDecision({ subject, pointer, old, new: other }: Compared): Difference[] {
  const [before, after] = [old.logic, other.logic];
  const areTables = isObject(before) && isObject(after) && before.kind === 'table' && after.kind === 'table';
  const own = (decision: JsonObject) => ({
    pointer,
    fields: areTables ? without(decision, 'logic') : decision,
  });
  return [
    ...compareFields({ kind: 'decision-changed', subject, stage: null, old: own(old), new: own(other) }),
    ...(areTables ? compareTables({ subject, pointer: `${pointer}/logic`, old: before, new: after }) : []),
  ];
}

const about = { aspect: 'behaviour', stage: null, field: null } as const;

export function compareDecisions(old: JsonObject, other: JsonObject): Difference[] {
  const keys = [...new Set([...Object.keys(other), ...Object.keys(old)])];
  return keys.flatMap((key): Difference[] => {
    const [before, after] = [old[key], other[key]];
    if (isSame(before, after)) return [];
    const pointer = pointerTo('decisions', key);
    const subject = `The decision ${quoted(key)}`;
    if (isObject(before) && isObject(after))
      return compareDecision({ subject, pointer, old: before, new: after });
    const added = before === undefined;
    return [
      {
        ...about,
        kind: added ? 'decision-added' : 'decision-removed',
        old: added ? null : pointer,
        new: added ? pointer : null,
        before: before ?? null,
        after: after ?? null,
        message: `${subject} was ${added ? 'added' : 'removed'}.`,
      },
    ];
  });
}
