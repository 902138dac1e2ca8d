// A launch as it is filled in, and what is sent.
import { type Cadence, type JsonObject, type Period, periodAround } from '../../engine/index.ts';
import type { Launch, LaunchItem, NewLaunch } from '../app/api/wire.ts';
import { type Decision, toPicks } from './picking.ts';

export interface LaunchValues {
  cycleId: string;
  version: string;
  choose: 'selector' | 'pick';
  under: string;
  kinds: string[];
  /** Ticked in the tree. */
  picked: Decision[];
  /** Also for components that have an active plan of the cycle. */
  again: boolean;
  /** How raters answer; null: nobody is named. */
  anonymity: NewLaunch['anonymity'] | null;
  /** Also the cycle that follows what changes meanwhile. */
  beside?: boolean;
  start: string;
  end: string;
  /** Only those that differ from what the cycle sets. */
  variables: JsonObject;
}

/** As it is filled in: until days are typed they are those of the cycle's cadence. */
export interface LaunchChoices extends Omit<LaunchValues, 'start' | 'end'> {
  typed: Period | null;
  /** How many periods after that of today. */
  later: number;
}

export type Choosing = Pick<LaunchValues, 'choose' | 'under' | 'kinds' | 'picked'>;
type Selector = NonNullable<NewLaunch['selector']>;

export const periodOf = (
  { typed, later }: Pick<LaunchChoices, 'typed' | 'later'>,
  { today, ...calendar }: { today: string; cadence: Cadence | undefined; fiscalYearStart: number },
): Period => typed ?? periodAround(today, { ...calendar, later });

/** What the server is told of the choice; null: nothing is chosen. */
export function toSelector({ choose, under, kinds, picked }: Choosing): Selector | null {
  if (choose === 'pick') return picked.length === 0 ? null : { picks: toPicks(picked) };
  return { ...(kinds.length > 0 ? { kinds } : {}), ...(under ? { under } : {}) };
}

export function toNewLaunch(values: LaunchValues): NewLaunch {
  const { cycleId, version, again, anonymity, start, end, variables } = values;
  return {
    cycleId,
    ...(version ? { version: Number(version) } : {}),
    selector: toSelector(values) ?? {},
    ...(again ? { again } : {}),
    ...(anonymity ? { anonymity } : {}),
    period: { start, end },
    ...(Object.keys(variables).length > 0 ? { variables } : {}),
  };
}

/** The same components and the same period; what else is chosen is the launched cycle's own. */
export const toBesideLaunch = (values: LaunchValues, cycleId: string): NewLaunch => ({
  cycleId,
  selector: toSelector(values) ?? {},
  period: { start: values.start, end: values.end },
});

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
