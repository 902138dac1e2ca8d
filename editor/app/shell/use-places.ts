// The places that the person may go to, without those in which there is nothing for them.
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery } from '../api/calibration-queries.ts';
import { useMay } from '../parts/use-permissions.ts';
import { type Place, placesFor } from './places.ts';

export function usePlaces(): Place[] {
  const may = useMay();
  const sessions = useQuery({ ...sessionsQuery, enabled: may('tasks.work') }).data?.items.length ?? 0;
  return placesFor(may, { sessions: sessions > 0 });
}
