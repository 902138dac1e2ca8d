// A launch as it is filled in, the components that it chooses, and what is sent.
import type { Component } from '../../engine/index.ts';
import type { NewLaunch } from '../app/api/wire.ts';

export interface LaunchValues {
  cycleId: string;
  version: string;
  choose: 'selector' | 'pick';
  under: string;
  kinds: string[];
  componentIds: string[];
  start: string;
  end: string;
}

type Choosing = Pick<LaunchValues, 'choose' | 'under' | 'kinds' | 'componentIds'>;

/** The same choice that the server makes, so that the number is known before. */
export function selected(
  components: Component[],
  { choose, under, kinds, componentIds }: Choosing,
): Component[] {
  if (choose === 'pick') return components.filter(({ id }) => componentIds.includes(id));
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
  const { cycleId, version, choose, under, kinds, componentIds, start, end } = values;
  return {
    cycleId,
    ...(version ? { version: Number(version) } : {}),
    ...(choose === 'pick'
      ? { componentIds }
      : { selector: { ...(kinds.length > 0 ? { kinds } : {}), ...(under ? { under } : {}) } }),
    period: { start, end },
  };
}
