// Who works a task, as a relation; which person that is, the shell looks up.
import { type Draft, fail } from './draft.ts';
import { jsonIn } from './evaluate-in.ts';

const relation =
  /^(owner|manager(\.manager)*|reports|sponsor|peers\([1-9]\d?\)|role:[a-z][a-z0-9-]*|person:[A-Za-z0-9][A-Za-z0-9._:-]*)$/;
/** By name, as somebody nominated them: none is a relation too, and means nobody. */
const nominated = /^people:([A-Za-z0-9][A-Za-z0-9._-]*(,[A-Za-z0-9][A-Za-z0-9._-]*)*)?$/;
const LONGEST_LIST = 4_000;

/** owner, manager, manager.manager …, reports, sponsor, peers(n), role:<role>, person:<id>, people:<id>,<id> …. */
export const isRelation = (text: string): boolean =>
  (text.length <= 200 && relation.test(text)) || (text.length <= LONGEST_LIST && nominated.test(text));

/** Anything but a relation is an expression that gives one. Empty after a fault. */
export function resolveAssignee(draft: Draft, text: string, place: string): string {
  if (isRelation(text)) return text;
  const given = jsonIn(draft, text, place);
  if (typeof given === 'string' && isRelation(given)) return given;
  const example = 'such as owner, manager, role:hr or person:<id>';
  fail(
    draft,
    text,
    place,
    `An assignee is a relation ${example}; this gives ${JSON.stringify(given ?? null)}.`,
  );
  return '';
}
