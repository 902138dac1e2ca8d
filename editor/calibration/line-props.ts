// What the drawer of one rating is given, and the form in it.
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';

export interface LineProps {
  line: CalibrationLine;
  /** Of this line alone. */
  findings: readonly CalibrationFinding[];
  launchId: string;
  /** Whose decision comes next. */
  next: CalibrationLine | null;
  /** How many the reader can still decide, with this one. */
  left: number;
  onGo: (planId: string | undefined) => void;
}
