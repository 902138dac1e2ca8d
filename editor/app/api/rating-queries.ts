// The appraisal of a plan: its versions, its release, and what came of it.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Appraisal } from './wire.ts';

export const appraisalQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', 'appraisal', planId],
    queryFn: () => get<Appraisal>(`/plans/${encodeURIComponent(planId)}/appraisal`),
  });
