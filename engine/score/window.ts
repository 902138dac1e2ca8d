// When and over what a score is reckoned.
import type { Calendar } from '../model/calendar.ts';
import type { Instant, Period } from '../model/time.ts';

export interface Window {
  period: Period;
  at: Instant;
  calendar: Calendar;
  /** Active days of the component in the period over its days, 0..1. Default 1. */
  activeFraction?: number;
}
