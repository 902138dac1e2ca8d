// What a calibration shows of its lines: which of them, how the ratings are spread, and whom a finding is about.
import type { Outcome } from '../../engine/index.ts';
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';

export const shows = ['all', 'open', 'found'] as const;
export type Show = (typeof shows)[number];
export const toShow = (text: string | undefined): Show => shows.find((show) => show === text) ?? 'all';

/** Whether the finding looks at the line: at its plan, its rater or its group. */
export function concerns({ about }: CalibrationFinding, line: CalibrationLine): boolean {
  switch (about.kind) {
    case 'plans':
      return about.planIds.includes(line.planId);
    case 'rater':
      return about.raterId === line.rater?.id;
    case 'group':
      return about.group === line.group?.id;
    default:
      return false;
  }
}

/** Those of the single line, not of all that its rater or its group has. */
export const findingsOf = (line: CalibrationLine, findings: readonly CalibrationFinding[]) =>
  findings.filter((finding) => finding.about.kind === 'plans' && concerns(finding, line));

/** In one axis or both. */
const isChanged = ({ rated, now, methods, methodsNow }: CalibrationLine): boolean =>
  rated !== now || methods !== methodsNow;

const isDecided = ({ changes, task }: CalibrationLine): boolean => changes.length > 0 && task === null;
export const isOpen = (line: CalibrationLine): boolean => line.task !== null;

export interface Chosen {
  show: Show;
  /** The one finding that was pressed. */
  finding: CalibrationFinding | null;
}

export function chosenLines(
  lines: readonly CalibrationLine[],
  findings: readonly CalibrationFinding[],
  { show, finding }: Chosen,
): CalibrationLine[] {
  return lines.filter(
    (line) =>
      (finding === null || concerns(finding, line)) &&
      (show !== 'open' || isOpen(line)) &&
      (show !== 'found' || findingsOf(line, findings).length > 0),
  );
}

export interface Counts {
  below: number;
  meets: number;
  exceeds: number;
  notScored: number;
}

const countOf = (outcomes: readonly (Outcome | null)[]): Counts => ({
  below: outcomes.filter((one) => one === 'below').length,
  meets: outcomes.filter((one) => one === 'meets').length,
  exceeds: outcomes.filter((one) => one === 'exceeds').length,
  notScored: outcomes.filter((one) => one === null).length,
});

export interface Spread {
  group: string | null;
  /** As the raters gave them. */
  before: Counts;
  now: Counts;
  /** How many of the ratings the session changed. */
  changed: number;
}

/** By group, in the order of the lines. */
export function spreadOf(lines: readonly CalibrationLine[]): Spread[] {
  return [...Map.groupBy(lines, ({ group }) => group?.name ?? null)].map(([group, those]) => ({
    group,
    before: countOf(those.map(({ rated }) => rated)),
    now: countOf(those.map(({ now }) => now)),
    changed: those.filter(({ rated, now }) => rated !== now).length,
  }));
}

export interface Progress {
  people: number;
  rated: number;
  decided: number;
  changed: number;
}

export const progressOf = (lines: readonly CalibrationLine[]): Progress => ({
  people: lines.length,
  rated: lines.filter(({ rated }) => rated !== null).length,
  decided: lines.filter(isDecided).length,
  changed: lines.filter(isChanged).length,
});

/** Whose decision comes next after a line, from its place on and round again. */
export function nextOpen(lines: readonly CalibrationLine[], planId: string): CalibrationLine | null {
  const at = lines.findIndex((line) => line.planId === planId);
  const round = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return round.find((line) => line.planId !== planId && line.task?.mayDecide === true) ?? null;
}

/** Names of whom a finding is about; null where it is about the round or a protected group. */
export function namesIn({ about }: CalibrationFinding, lines: readonly CalibrationLine[]): string[] | null {
  switch (about.kind) {
    case 'rater': {
      const rater = lines.find((line) => line.rater?.id === about.raterId)?.rater;
      return rater ? [rater.name] : [];
    }
    case 'group': {
      const group = lines.find((line) => line.group?.id === about.group)?.group;
      return group ? [group.name] : [];
    }
    case 'plans':
      return lines
        .filter((line) => about.planIds.includes(line.planId))
        .map((line) => toldApart(line, lines));
    default:
      return null;
  }
}

export const nameOf = ({ owner, componentName }: CalibrationLine): string => owner?.name ?? componentName;

/** With their place, where somebody of the same name stands beside them, or they themselves for something else. */
function toldApart(line: CalibrationLine, lines: readonly CalibrationLine[]): string {
  const name = nameOf(line);
  const hasTwin = lines.some((other) => other !== line && nameOf(other) === name);
  return hasTwin ? `${name} (${line.componentName})` : name;
}

/** People by their results and methods as they stand now, such as "exceeds below"; whoever lacks one is left out. */
export function countsByAxes(lines: readonly CalibrationLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { now, methodsNow } of lines) {
    if (now === null || methodsNow === null) continue;
    const field = `${now} ${methodsNow}`;
    counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return counts;
}
