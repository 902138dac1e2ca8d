// Absences and stand-ins, as far as the reader may see them.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getAll } from '../app/api/pages.ts';
import { ask, get, post } from '../app/api/request.ts';
import type {
  Absence,
  AbsenceChange,
  HomeDay,
  Leaving,
  NewAbsence,
  NewStandIn,
  StandIn,
} from '../app/api/wire.ts';

/** Those that are planned or under way. */
export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: () => getAll<Absence>('/absences', { state: 'current' }),
});
/** All of one person, also those that are over. */
export const leavesOfQuery = (personId: string) =>
  queryOptions({
    queryKey: ['absences', 'of', personId],
    queryFn: () => getAll<Absence>('/absences', { personId }),
  });
/** Where the person works: leaves count in days of that place. */
export const homeDayQuery = (personId: string) =>
  queryOptions({
    queryKey: ['absences', 'today', personId],
    queryFn: () => get<HomeDay>('/absences/today', { personId }),
  });
/** What becomes of a person's plans and tasks when they leave for good; `from` is the first day without them. */
export const leavingQuery = (personId: string, from: string) =>
  queryOptions({
    queryKey: ['absences', 'leaving', personId, from],
    queryFn: () => get<Leaving>('/absences/leaving', { personId, from }),
    enabled: personId !== '' && from !== '',
  });
export const standInsQuery = queryOptions({
  queryKey: ['stand-ins'],
  queryFn: async () => (await get<{ items: StandIn[] }>('/stand-ins')).items,
});

const remove = (path: string) => ask(`/api/v1${path}`, { method: 'DELETE' });

/** Who is away decides who has which task, so those are read again too. */
function useThenReload<Wish, Answer>(
  wish: (given: Wish) => Promise<Answer>,
  done?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: wish,
    onSuccess: async (answer) => {
      done?.(answer);
      for (const key of ['absences', 'stand-ins', 'tasks'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const usePlanAbsence = (done: (absence: Absence) => void) =>
  useThenReload((given: NewAbsence) => post<Absence>('/absences', given), done);
export const useChangeAbsence = (done: (absence: Absence) => void) =>
  useThenReload(
    async ({ id, ...body }: AbsenceChange & { id: string }) =>
      (await ask<Absence>(`/api/v1/absences/${encodeURIComponent(id)}`, { method: 'PATCH', body })).body,
    done,
  );
export const useEndAbsence = () =>
  useThenReload((id: string) => remove(`/absences/${encodeURIComponent(id)}`));
export const useNameStandIn = (done: () => void) =>
  useThenReload((given: NewStandIn) => post<StandIn>('/stand-ins', given), done);
export const useTakeStandInAway = () =>
  useThenReload((id: string) => remove(`/stand-ins/${encodeURIComponent(id)}`));
