// The way a plan came, step by step: each step with the version of the cycle that it followed, and what the canvas
// shows of the way up to it. Pure.
import type { HistoryLine } from '../app/api/wire.ts';
import type { PlanOverlay } from '../canvas/flow/overlay.ts';

export interface PathStep {
  /** As people count: the first is 1. */
  number: number;
  line: HistoryLine;
  before: HistoryLine | undefined;
  /** The version of the cycle in which the plan stood after the step. */
  version: number;
}

const numberIn = (data: unknown, key: string): number | null => {
  if (typeof data !== 'object' || data === null) return null;
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'number' ? value : null;
};

const changesVersion = ({ event }: HistoryLine): boolean =>
  event.type === 'plan.migrated' || event.type === 'plan.migration-undone';

/** The version that held before the line, known the one that held after it. */
const versionBefore = (line: HistoryLine, after: number): number =>
  changesVersion(line) ? (numberIn(line.event.data, 'from') ?? after) : after;

const moved = (line: HistoryLine): boolean =>
  line.entered.length > 0 || line.left.length > 0 || line.transitions.length > 0 || changesVersion(line);

/** Lines that moved nothing, such as an observation that was recorded, are no steps of the way. */
export function pathOf(lines: readonly HistoryLine[], version: number): PathStep[] {
  const inOrder = lines.toSorted((a, b) => a.seq - b.seq);
  let held = version;
  const versions = inOrder.toReversed().map((line) => {
    const after = held;
    held = versionBefore(line, after);
    return after;
  });
  return inOrder
    .map((line, index) => ({
      line,
      before: inOrder[index - 1],
      version: versions[inOrder.length - 1 - index] ?? version,
    }))
    .filter(({ line }) => moved(line))
    .map((step, index) => ({ ...step, number: index + 1 }));
}

/** Where the plan was after a step, and the way up to it, as far as it went through the same version. */
export function overlayAt(path: readonly PathStep[], index: number): PlanOverlay {
  const here = path[index];
  const way = path.slice(0, index + 1).filter(({ version }) => version === here?.version);
  return {
    active: here?.line.stage ?? [],
    visited: way.flatMap(({ line, number }) => line.entered.map((stage) => ({ stage, order: number }))),
    transitions: way.flatMap(({ line }) => line.transitions),
    lit: here?.line.transitions ?? [],
  };
}

/** The step of a revision; the last one without it, or when there is no such step. */
export function indexOfRevision(path: readonly PathStep[], revision: number | null): number {
  const found = path.findIndex(({ line }) => line.revision === revision);
  return found === -1 ? path.length - 1 : found;
}
