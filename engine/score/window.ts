// When and over what the nodes of one component are reckoned.
import type { Calendar } from '../model/calendar.ts';
import type { LocalDate, Period } from '../model/time.ts';
import type { Activity } from './activity.ts';
import type { Rates } from './amount.ts';

export interface Window {
  /** All that is appraised: standards hold for it. */
  period: Period;
  /** The part that is reckoned here; the period itself unless the plan changed on the way. */
  segment: Period;
  /** The component's own date now. */
  today: LocalDate;
  calendar: Calendar;
  activity: Activity;
  rates: Rates;
}

/** What it takes to measure over a window; to score what was measured takes all of it. */
export type Measuring = Pick<Window, 'period' | 'segment' | 'calendar' | 'rates'>;
