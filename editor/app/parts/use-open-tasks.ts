// The open tasks of the person, without those that an act is held for: to them these are done.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { heldTasksQuery, myTasksQuery } from '../api/task-queries.ts';
import type { Task } from '../api/wire.ts';

const noTasks: readonly Task[] = [];
const noIds: readonly string[] = [];

export function useOpenTasks({ enabled }: { enabled: boolean }): readonly Task[] {
  const open = useQuery({ ...myTasksQuery('open'), enabled }).data;
  const held = useQuery(heldTasksQuery).data ?? noIds;
  return useMemo(
    () => (held.length === 0 ? open : open?.filter(({ id }) => !held.includes(id))) ?? noTasks,
    [open, held],
  );
}
