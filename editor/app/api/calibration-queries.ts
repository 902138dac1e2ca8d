// The calibration of a launch, as the server tells it.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Calibration } from './wire.ts';

export const calibrationQuery = (launchId: string, group?: string) =>
  queryOptions({
    queryKey: ['launches', 'calibration', launchId, group ?? ''],
    queryFn: () => get<Calibration>(`/launches/${encodeURIComponent(launchId)}/calibration`, { group }),
    placeholderData: (before) => before,
  });
