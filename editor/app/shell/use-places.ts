// The places that the person may go to, without those in which there is nothing for them.
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery } from '../api/calibration-queries.ts';
import { useMay, useUses } from '../parts/use-permissions.ts';
import { type Place, placesFor } from './places.ts';

export function usePlaces(): Place[] {
  const may = useMay();
  const isUsed = useUses()('calibration-sessions');
  const sessions = useQuery({ ...sessionsQuery, enabled: isUsed && may('tasks.work') }).data;
  return placesFor(may, { sessions: isUsed && (sessions?.items.length ?? 0) > 0 });
}
