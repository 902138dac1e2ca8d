// Two versions of a plan document: its goals, their measures, and the standards set for them. `version` only counts
// changes and is none itself.
import type { Goal } from '../model/goal.ts';
import type { JsonObject } from '../model/json.ts';
import type { Measure } from '../model/measure.ts';
import { compareFields } from './compare-fields.ts';
import type { Difference } from './difference.ts';
import { quoted } from './words.ts';

export interface PlanDocument {
  goals: Goal[];
  measures: Measure[];
}

interface Entry {
  id: string;
  title: string;
  pointer: string;
  fields: JsonObject;
}

const entriesOf = (list: readonly (Goal | Measure)[], name: 'goals' | 'measures'): Map<string, Entry> =>
  new Map(
    list.map((item, index) => {
      const fields: JsonObject = JSON.parse(JSON.stringify(item));
      delete fields.version;
      return [item.id, { id: item.id, title: item.title, pointer: `/${name}/${index}`, fields }];
    }),
  );

const about = { aspect: 'behaviour', stage: null, field: null } as const;

function compareEntries(
  what: 'goal' | 'measure',
  old: Map<string, Entry>,
  other: Map<string, Entry>,
): Difference[] {
  const present = [...other.values()].flatMap((entry): Difference[] => {
    const before = old.get(entry.id);
    const { fields, pointer } = entry;
    const subject = `The ${what} ${quoted(before?.title ?? entry.title)}`;
    if (!before) {
      const message = `${subject} was added.`;
      return [
        { ...about, kind: `${what}-added`, old: null, new: pointer, before: null, after: fields, message },
      ];
    }
    return compareFields({ kind: `${what}-changed`, subject, stage: null, old: before, new: entry }).map(
      (difference): Difference =>
        difference.field === 'standards' ? { ...difference, kind: 'standards-changed' } : difference,
    );
  });
  const gone = [...old.values()]
    .filter(({ id }) => !other.has(id))
    .map(({ title, pointer, fields }): Difference => {
      const message = `The ${what} ${quoted(title)} was removed.`;
      return {
        ...about,
        kind: `${what}-removed`,
        old: pointer,
        new: null,
        before: fields,
        after: null,
        message,
      };
    });
  return [...present, ...gone];
}

/** By id, whatever their order. */
export const comparePlanDocuments = (a: PlanDocument, b: PlanDocument): Difference[] => [
  ...compareEntries('goal', entriesOf(a.goals, 'goals'), entriesOf(b.goals, 'goals')),
  ...compareEntries('measure', entriesOf(a.measures, 'measures'), entriesOf(b.measures, 'measures')),
];
