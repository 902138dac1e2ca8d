// The named parts of two versions besides their stages, name by name: a variable, a decision table, the place of a
// stage. What a part holds is taken as a whole, so parts that a later schema adds are compared too.
import type { Json, JsonObject } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { isSame } from './aspect.ts';
import type { Outlines } from './compare-tasks.ts';
import type { Difference } from './difference.ts';
import { quoted, shown } from './words.ts';

type Change = 'added' | 'removed' | 'changed';
type Named = Pick<Difference, 'kind' | 'aspect' | 'stage' | 'message'>;

interface Entry {
  part: string;
  key: string;
  change: Change;
  before: Json | undefined;
  after: Json | undefined;
}

function named({ part, key, change, before, after }: Entry, { new: other }: Outlines): Named {
  if (part === 'layout') {
    const message = `The stage ${quoted(other.stages.get(key)?.name ?? key)} is drawn elsewhere.`;
    return { kind: 'layout-changed', aspect: 'layout', stage: key, message };
  }
  // Warnings that its designers live with change nothing that plans do.
  const about = { aspect: part === 'accepts' ? 'wording' : 'behaviour', stage: null } as const;
  if (part !== 'variables') {
    const message = `${quoted(key)} of the ${part} was ${change}.`;
    return { ...about, kind: `part-${change}`, message };
  }
  const values = change === 'changed' ? `: it began as ${shown(before)} and now as ${shown(after)}` : '';
  const message = `The variable ${quoted(key)} was ${change}${values}.`;
  return { ...about, kind: `variable-${change}`, message };
}

const changeOf = (before: Json | undefined, after: Json | undefined): Change => {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
};

const noFields: JsonObject = {};

function comparePart(part: string, outlines: Outlines): Difference[] {
  const old = outlines.old.parts.get(part) ?? noFields;
  const other = outlines.new.parts.get(part) ?? noFields;
  const keys = [...new Set([...Object.keys(other), ...Object.keys(old)])];
  return keys
    .map((key) => ({ key, before: old[key], after: other[key] }))
    .filter(({ before, after }) => !isSame(before, after))
    .map(({ key, before, after }) => ({
      ...named({ part, key, change: changeOf(before, after), before, after }, outlines),
      old: before === undefined ? null : pointerTo(part, key),
      new: after === undefined ? null : pointerTo(part, key),
      field: key,
      before: before ?? null,
      after: after ?? null,
    }));
}

/** Where stages are drawn comes last. */
export function compareParts(outlines: Outlines): Difference[] {
  const parts = new Set([...outlines.new.parts.keys(), ...outlines.old.parts.keys()]);
  const rank = (part: string) => (part === 'layout' ? 1 : 0);
  return [...parts].sort((a, b) => rank(a) - rank(b)).flatMap((part) => comparePart(part, outlines));
}
