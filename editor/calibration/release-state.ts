// What a release of many ratings is told beforehand: who is ready, who is left out, and why.
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';
import { findingsOf } from './lines.ts';

export interface ReleaseState {
  ready: CalibrationLine[];
  released: number;
  /** Not rated at all. */
  unrated: CalibrationLine[];
  /** Rated, and something comes first. */
  waiting: { line: CalibrationLine; why: string }[];
  /** Ready ones that a check asks about. */
  questioned: CalibrationLine[];
  /** By plan: what whoever releases has to look at first. */
  questions: ReadonlyMap<string, string[]>;
}

const ofOne: readonly CalibrationFinding['rule'][] = ['RAT-08', 'RAT-09'];

/** The server asks the same: rules RAT-06, RAT-08 and RAT-09. */
function questionsOf(line: CalibrationLine, findings: readonly CalibrationFinding[]): string[] {
  const own = findingsOf(line, findings).filter(({ rule }) => ofOne.includes(rule));
  const ofGroups = findings.filter(({ rule }) => rule === 'RAT-06');
  return [...ofGroups, ...own].map(({ message }) => message);
}

export function releaseStateOf(
  lines: readonly CalibrationLine[],
  findings: readonly CalibrationFinding[],
): ReleaseState {
  const inState = (state: CalibrationLine['release']['state']) =>
    lines.filter(({ release }) => release.state === state);
  const ready = inState('ready');
  return {
    ready,
    released: inState('released').length,
    unrated: inState('unrated'),
    waiting: lines.flatMap((line) =>
      line.release.state === 'waiting' ? [{ line, why: line.release.why }] : [],
    ),
    questioned: ready.filter((line) => findingsOf(line, findings).length > 0),
    questions: new Map(
      ready
        .map((line) => [line.planId, questionsOf(line, findings)] as const)
        .filter(([, asked]) => asked.length > 0),
    ),
  };
}
