// Keeps what the person opens among their recent items under the name that the server gave for it, and lets go of what it
// says is gone or not theirs to see. It only looks at what the page itself asks for, and shows nothing.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { cyclesQuery, cycleVersionQuery, draftQuery } from '../api/cycle-queries.ts';
import { componentQuery } from '../api/organisation-queries.ts';
import { launchQuery, planQuery } from '../api/plan-queries.ts';
import { RequestError } from '../api/request.ts';
import { taskQuery } from '../api/task-queries.ts';
import { useAddress } from '../parts/use-address.ts';
import { useMe } from '../parts/use-permissions.ts';
import { shortDate } from '../words/due.ts';
import {
  keepRecent,
  type RecentKind,
  type RecentThing,
  readRecent,
  thingAt,
  withOpened,
  without,
} from './recent-items.ts';

const storage = () => window.localStorage;

/** Somebody else may take over the page of a demonstration: what is on it then was not opened by them. */
function useKept({ kind, id }: RecentThing, name: string | undefined, isGone: boolean): void {
  const { id: person } = useMe();
  const [visitor] = useState(person);
  useEffect(() => {
    if (person !== visitor) return;
    const before = readRecent(storage, person);
    if (isGone) keepRecent(storage, person, without(before, { kind, id }));
    else if (name) keepRecent(storage, person, withOpened(before, { kind, id, name }));
  }, [person, visitor, kind, id, name, isGone]);
}

const isRefused = (error: Error | null): boolean =>
  error instanceof RequestError && [403, 404, 410].includes(error.status);

/** Not asked for from here. */
const watched = { enabled: false } as const;

interface Props {
  id: string;
}

function PlanVisit({ id }: Props) {
  const { data, error } = useQuery({ ...planQuery(id), ...watched });
  const name = data && `${data.componentName} · ${data.cycleName}`;
  useKept({ kind: 'plan', id }, name, isRefused(error));
  return null;
}

function ComponentVisit({ id }: Props) {
  const { data, error } = useQuery({ ...componentQuery(id), ...watched });
  useKept({ kind: 'component', id }, data?.name, isRefused(error));
  return null;
}

/** A cycle without a draft is shown by its first version. */
function DraftVisit({ id }: Props) {
  const draft = useQuery({ ...draftQuery(id), ...watched });
  const first = useQuery({ ...cycleVersionQuery(id, 1), ...watched });
  const name = draft.data?.body.name ?? first.data?.cycle.name;
  useKept({ kind: 'cycle', id }, name, isRefused(draft.error) && isRefused(first.error));
  return null;
}

function VersionVisit({ id, version }: Props & { version: number }) {
  const { data } = useQuery({ ...cycleVersionQuery(id, version), ...watched });
  useKept({ kind: 'cycle', id }, data?.cycle.name, false);
  return null;
}

function LaunchVisit({ id }: Props) {
  const { data, error } = useQuery({ ...launchQuery(id), ...watched });
  const cycles = useQuery({ ...cyclesQuery, ...watched }).data ?? [];
  const cycle = cycles.find((each) => each.id === data?.cycleId)?.name;
  // One cycle is launched again and again.
  const name = data && cycle && `${cycle} · ${shortDate(data.createdAt)}`;
  useKept({ kind: 'launch', id }, name, isRefused(error));
  return null;
}

function TaskVisit({ id }: Props) {
  const { data, error } = useQuery({ ...taskQuery(id), ...watched });
  useKept({ kind: 'task', id }, data && `${data.title} · ${data.componentName}`, isRefused(error));
  return null;
}

const visits: Record<RecentKind, (props: Props) => ReactNode> = {
  plan: PlanVisit,
  component: ComponentVisit,
  cycle: DraftVisit,
  launch: LaunchVisit,
  task: TaskVisit,
};

/** One visit for each address: what the last page asked for is let go of with it. */
export function Visits() {
  const address = useAddress();
  const thing = thingAt(address);
  if (!thing) return null;
  const { kind, id } = thing;
  const version = kind === 'cycle' ? address.search.version : undefined;
  const key = `${kind} ${id} ${version ?? ''}`;
  if (version) return <VersionVisit key={key} id={id} version={Number(version)} />;
  const Visit = visits[kind];
  return <Visit key={key} id={id} />;
}
