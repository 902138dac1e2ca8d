// What a launch will do, and what one has done so far, in words.
import type { Launch } from '../app/api/wire.ts';
import { plural } from '../app/words/due.ts';

/** "42 plans start in “Prioritise goals”." */
export function whatHappens(count: number, stages: string[]): string {
  if (count === 0) return 'No component is chosen yet, so nothing would start.';
  const starts = count === 1 ? 'starts' : 'start';
  const where = stages.length > 0 ? ` in ${stages.map((stage) => `“${stage}”`).join(' and ')}` : '';
  return `${plural(count, 'plan')} ${starts}${where}. Their first tasks open at once, and the people who have them are told.`;
}

/** Who launched it, when that is no person: the server itself, or a token. */
export const launchedBy = (id: string, names: ReadonlyMap<string, string>): string =>
  names.get(id) ?? (id === 'system' ? 'the system' : id);

export function progressWords({ total, started, failed, status }: Launch): string {
  const waiting = total - started - failed;
  const parts = [
    `${started} of ${plural(total, 'plan')} started`,
    failed > 0 && `${failed} could not start`,
    status === 'running' && waiting > 0 && `${waiting} to go`,
  ];
  return parts.filter(Boolean).join(', ');
}
