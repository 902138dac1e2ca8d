// A launch as it is filled in, the components that it chooses, and what is sent.
import type { Component, JsonObject, Period } from '../../engine/index.ts';
import type { Launch, LaunchItem, NewLaunch } from '../app/api/wire.ts';

export interface LaunchValues {
  cycleId: string;
  version: string;
  choose: 'selector' | 'pick';
  under: string;
  kinds: string[];
  componentIds: string[];
  /** Also for components that have an active plan of the cycle. */
  again: boolean;
  /** How raters answer; null: nobody is named. */
  anonymity: NewLaunch['anonymity'] | null;
  start: string;
  end: string;
  /** Only those that differ from what the cycle sets. */
  variables: JsonObject;
}

type Choosing = Pick<LaunchValues, 'choose' | 'under' | 'kinds' | 'componentIds'>;

/** The calendar year of a day: what a launch appraises when nobody says otherwise. */
export const yearOf = (day: string): Period => ({
  start: `${day.slice(0, 4)}-01-01`,
  end: `${day.slice(0, 4)}-12-31`,
});

/** The same choice that the server makes, so that the number is known before. */
export function selected(
  components: Component[],
  { choose, under, kinds, componentIds }: Choosing,
): Component[] {
  if (choose === 'pick') {
    const picked = new Set(componentIds);
    return components.filter(({ id }) => picked.has(id));
  }
  const parents = new Map(components.map(({ id, parentId }) => [id, parentId]));
  const isUnder = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; at && !seen.has(at); at = parents.get(at)) {
      if (at === under) return true;
      seen.add(at);
    }
    return false;
  };
  return components.filter(
    ({ id, kind }) => (kinds.length === 0 || kinds.includes(kind)) && (!under || isUnder(id)),
  );
}

export function toNewLaunch(values: LaunchValues): NewLaunch {
  const { cycleId, version, choose, under, kinds, componentIds, again, anonymity, start, end, variables } =
    values;
  return {
    cycleId,
    ...(version ? { version: Number(version) } : {}),
    ...(choose === 'pick'
      ? { componentIds }
      : { selector: { ...(kinds.length > 0 ? { kinds } : {}), ...(under ? { under } : {}) } }),
    ...(again ? { again } : {}),
    ...(anonymity ? { anonymity } : {}),
    period: { start, end },
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
  };
}

type Item = Pick<LaunchItem, 'componentId' | 'state'>;

/** The same launch for some of its components; those that were skipped get another plan beside the one they have. */
export const launchAgain = (launch: Launch, items: Item[]): NewLaunch => ({
  cycleId: launch.cycleId,
  version: launch.version,
  componentIds: items.map(({ componentId }) => componentId),
  ...(launch.again || items.some(({ state }) => state === 'skipped') ? { again: true } : {}),
  anonymity: launch.anonymity,
  period: launch.period,
  ...(Object.keys(launch.variables).length > 0 ? { variables: launch.variables } : {}),
});
