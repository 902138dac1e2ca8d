// The instant at which a day is over: what was so before it was so at the end of that day.
import { addDays, startOfDay } from '../../engine/index.ts';

export const dayAfter = (date: string): string => startOfDay(addDays(date, 1), 'UTC');
