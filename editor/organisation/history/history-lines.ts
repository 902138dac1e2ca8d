// What changed from one version of a component to the next, in sentences, the newest first.
import type { Component } from '../../../engine/index.ts';
import type { Absence, ComponentVersion } from '../../app/api/wire.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { kindName } from '../kind-name.ts';

export interface HistoryLine {
  key: string;
  /** The instant, or the day of what has none. */
  at: string;
  /** As of which the tree has it. */
  day: string;
  by: string;
  changes: string[];
}
export interface Names {
  component: (id: string) => string;
  person: (id: string) => string;
}

type Pair = { before: Component; after: Component; names: Names };
type Rule = (pair: Pair) => string | null;

const personOr = (names: Names, id: string | null | undefined, none: string) =>
  id ? names.person(id) : none;

const renamed: Rule = ({ before, after }) =>
  before.name === after.name
    ? null
    : t('Renamed from “{before}” to “{after}”.', { before: before.name, after: after.name });
const otherKind: Rule = ({ before, after }) =>
  before.kind === after.kind
    ? null
    : t('Was a {before}, is a {after}.', { before: kindName(before.kind), after: kindName(after.kind) });
const moved: Rule = ({ before, after, names }) => {
  if (before.parentId === after.parentId) return null;
  const place = (id: string | null) => (id === null ? t('the top of the tree') : names.component(id));
  return t('Moved from {before} to {after}.', {
    before: place(before.parentId),
    after: place(after.parentId),
  });
};
const owner: Rule = ({ before, after, names }) =>
  before.ownerId === after.ownerId
    ? null
    : t('Owner: {before} → {after}.', {
        before: personOr(names, before.ownerId, t('vacant')),
        after: personOr(names, after.ownerId, t('vacant')),
      });
const manager: Rule = ({ before, after, names }) =>
  before.managerId === after.managerId
    ? null
    : t('Manager: {before} → {after}.', {
        before: personOr(names, before.managerId, t('that of the component above')),
        after: personOr(names, after.managerId, t('that of the component above')),
      });
const secondManager: Rule = ({ before, after, names }) =>
  (before.secondManagerId ?? null) === (after.secondManagerId ?? null)
    ? null
    : t('Second manager: {before} → {after}.', {
        before: personOr(names, before.secondManagerId, t('none')),
        after: personOr(names, after.secondManagerId, t('none')),
      });
const calendar: Rule = ({ before, after }) => {
  if (before.zone === after.zone && before.holidayRegion === after.holidayRegion) return null;
  const words = ({ zone, holidayRegion }: Component) =>
    [zone ?? t('zone as above'), holidayRegion ?? t('holidays as above')].join(', ');
  return t('Calendar: {before} → {after}.', { before: words(before), after: words(after) });
};
const activeTime: Rule = ({ before, after }) => {
  const same = (key: 'activeFrom' | 'activeTo') => (before[key] ?? null) === (after[key] ?? null);
  if (same('activeFrom') && same('activeTo')) return null;
  return t('There to be appraised from {from} until {to}.', {
    from: after.activeFrom ? shortDate(after.activeFrom) : t('the start'),
    to: after.activeTo ? shortDate(after.activeTo) : t('further notice'),
  });
};
const rules: readonly Rule[] = [
  renamed,
  otherKind,
  moved,
  owner,
  manager,
  secondManager,
  calendar,
  activeTime,
];

function firstWords({ parentId, ownerId, managerId }: Component, names: Names): string[] {
  return [
    parentId === null
      ? t('Added at the top of the tree.')
      : t('Added at {place}.', { place: names.component(parentId) }),
    t('Owner: {person}.', { person: personOr(names, ownerId, t('vacant')) }),
    ...(managerId ? [t('Manager: {person}.', { person: names.person(managerId) })] : []),
  ];
}

/** `versions` are the oldest first. A version in which nothing that is told changed is left out. */
export function toHistoryLines(versions: readonly ComponentVersion[], names: Names): HistoryLine[] {
  const lines = versions.map(({ at, day, by, component: after }, place) => {
    const before = versions[place - 1]?.component;
    const changes = before
      ? rules.map((rule) => rule({ before, after, names })).filter((words) => words !== null)
      : firstWords(after, names);
    return { key: `${place}`, at, day, by: by.id === 'system' ? t('the server') : by.name, changes };
  });
  return lines.filter(({ changes }) => changes.length > 0).toReversed();
}

/** Of what is planned nobody can be told as of what is past. */
function leaveWords(
  person: string,
  { from, to, isAhead }: Pick<Absence, 'from' | 'to'> & { isAhead: boolean },
) {
  if (to === null)
    return isAhead
      ? t('{person} leaves for good on {day}.', { person, day: shortDate(from) })
      : t('{person} left for good.', { person });
  return isAhead
    ? t('{person} will be away until {day}.', { person, day: shortDate(to) })
    : t('{person} is away until {day}.', { person, day: shortDate(to) });
}

/** Leaves of who answered for the component on their first day. */
export function toLeaveLines(
  versions: readonly ComponentVersion[],
  absences: readonly Absence[],
  names: Names,
): HistoryLine[] {
  const ownerOn = (day: string): string | null => {
    const known = versions.filter((version) => version.day <= day);
    return (known.at(-1) ?? versions[0])?.component.ownerId ?? null;
  };
  return absences
    .filter(({ state, person, from }) => state !== 'withdrawn' && ownerOn(from) === person.id)
    .map(({ id, state, person, from, to, substitute }) => ({
      key: id,
      at: from,
      day: from,
      by: substitute ? t('{person} stands in', { person: substitute.name }) : t('nobody named for it'),
      changes: [leaveWords(names.person(person.id), { from, to, isAhead: state === 'planned' })],
    }));
}

/** The newest first. */
export const inOrder = (lines: readonly HistoryLine[]): HistoryLine[] =>
  lines.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
