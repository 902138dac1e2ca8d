// The calibration of a launch, as the server tells it.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Calibration, CalibrationSession, CalibrationSessionDetail } from './wire.ts';

export const calibrationQuery = (launchId: string, group?: string) =>
  queryOptions({
    queryKey: ['launches', 'calibration', launchId, group ?? ''],
    queryFn: () => get<Calibration>(`/launches/${encodeURIComponent(launchId)}/calibration`, { group }),
    placeholderData: (before) => before,
  });

export const sessionsQuery = queryOptions({
  queryKey: ['launches', 'sessions'],
  queryFn: () => get<{ items: CalibrationSession[] }>('/calibration-sessions'),
});
/** Read anew with each decision, as the calibration of a launch is. */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['launches', 'calibration', 'session', id],
    queryFn: () => get<CalibrationSessionDetail>(`/calibration-sessions/${encodeURIComponent(id)}`),
  });
