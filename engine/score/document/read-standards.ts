// The standards of a measure or a milestone in all the ways in which people write them: pairs of a curve, anchors,
// { unacceptable, meets, exceeds }, { low, okLow, okHigh, high, ideal }, or a score for each level.
import { z } from 'zod';
import { type Measure, type Standards, standardsSchema } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { curveOf, type Direction } from '../curve-of.ts';
import { directionOf } from '../direction-of.ts';
import { secondsOf } from '../duration.ts';
import { valuesOf } from '../values-of.ts';
import { fault, finding, type Path, unknownKey } from './faults.ts';
import { spansInUnit } from './spans-in-unit.ts';

const finite = z.number();
const anchor = z.union([
  z.tuple([z.union([finite, z.boolean(), z.string()]), finite]),
  z.strictObject({ x: finite, y: finite }),
  z.strictObject({ x: finite, score: finite }),
]);
type WrittenAnchor = z.infer<typeof anchor>;

export interface Written {
  raw: unknown;
  path: Path;
  mode: 'linear' | 'step';
  kind: Measure['kind'];
  unit: string;
}

export type StandardsReading = { standards: Standards; problems?: undefined } | { problems: Problem[] };

const refused = (path: Path, message: string): StandardsReading => ({
  problems: [fault('DOC-invalid', path, message)],
});

const xOf = (written: WrittenAnchor) => (Array.isArray(written) ? written[0] : written.x);
const scoreOf = (written: WrittenAnchor): number => {
  if (Array.isArray(written)) return written[1];
  return 'y' in written ? written.y : written.score;
};

const hasLevels = (kind: Measure['kind']): boolean => kind === 'rubric' || kind === 'boolean';

/** Yes and no may be written as 1 and 0. */
const levelName = (x: number | boolean | string, kind: Measure['kind']): string =>
  kind === 'boolean' && typeof x === 'number' ? String(x !== 0) : String(x);

function fromList(list: readonly unknown[], { path, mode, kind }: Written): StandardsReading {
  const anchors: WrittenAnchor[] = [];
  for (const [index, one] of list.entries()) {
    const read = anchor.safeParse(one);
    if (!read.success) {
      return refused(
        [...path, index],
        `An anchor is a pair of finite numbers: [value, score], not ${JSON.stringify(one)}.`,
      );
    }
    anchors.push(read.data);
  }
  if (hasLevels(kind)) {
    const levels = Object.fromEntries(anchors.map((one) => [levelName(xOf(one), kind), scoreOf(one)]));
    return { standards: { kind: 'levels', levels } };
  }
  const numbers = anchors.flatMap((one) => {
    const x = xOf(one);
    return typeof x === 'number' ? [{ x, score: scoreOf(one) }] : [];
  });
  if (numbers.length < anchors.length) return refused(path, 'The values of a curve are finite numbers.');
  if (numbers.length === 0)
    return { problems: [fault('STD-01', path, 'A curve needs two anchors or more.')] };
  return { standards: { kind: 'anchors', mode, anchors: numbers } };
}

const kinds = {
  points: ['unacceptable', 'meets', 'exceeds'],
  range: ['low', 'okLow', 'okHigh', 'high', 'ideal'],
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The kind that the keys speak of; a single key of a kind is enough. */
function kindOf(raw: Record<string, unknown>, written: Written): Standards['kind'] {
  const keys: readonly string[] = Object.keys(raw);
  if (kinds.range.some((key) => keys.includes(key))) return 'range';
  if (hasLevels(written.kind)) return 'levels';
  return 'points';
}

const withoutNull = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));

function fromObject(raw: Record<string, unknown>, written: Written): StandardsReading {
  if (Array.isArray(raw.anchors)) {
    const mode = raw.mode === 'step' ? 'step' : written.mode;
    return fromList(raw.anchors, { ...written, path: [...written.path, 'anchors'], mode });
  }
  const kind = raw.kind ?? kindOf(raw, written);
  const shaped = kind === 'levels' && raw.levels === undefined ? { levels: raw } : raw;
  const read = standardsSchema.safeParse({ ...withoutNull(shaped), kind });
  if (read.success) return { standards: read.data };
  const known: readonly string[] | undefined =
    kind === 'points' || kind === 'range' ? kinds[kind] : undefined;
  const strange = known ? Object.keys(raw).find((key) => key !== 'kind' && !known.includes(key)) : undefined;
  if (strange !== undefined && known) return { problems: [unknownKey(strange, written.path, known)] };
  return refused(
    written.path,
    'Write standards as pairs [[value, score], …], as { unacceptable, meets, exceeds } or as { low, okLow, okHigh, high }, with finite numbers.',
  );
}

/** Every number of the standards that is a duration must be one. */
function durationFault(standards: Standards, { kind, unit, path }: Written): Problem | null {
  if (kind !== 'duration') return null;
  const wrong = valuesOf(standards).find((value) => secondsOf(value, unit) === null);
  return wrong === undefined ? null : fault('DOC-invalid', path, `${wrong} is no duration in ${unit}.`);
}

export function readStandards(given: Written): StandardsReading {
  const spans = given.kind === 'duration' ? spansInUnit(given.raw, given) : { raw: given.raw, wrong: null };
  if (spans.wrong) return { problems: [spans.wrong] };
  const written = { ...given, raw: spans.raw };
  const { raw, path } = written;
  const read = Array.isArray(raw)
    ? fromList(raw, written)
    : isRecord(raw)
      ? fromObject(raw, written)
      : refused(path, 'Write standards as pairs [[value, score], …] or as { unacceptable, meets, exceeds }.');
  if (read.problems) return read;
  const wrong = durationFault(read.standards, written);
  return wrong ? { problems: [wrong] } : read;
}

/** Where none is declared the standards say it; a single step is taken for "more is better". */
export function directionFor(
  declared: Direction | null | undefined,
  kind: Measure['kind'],
  standards: Standards | null,
): Direction {
  if (declared) return declared;
  if (kind === 'milestones') return 'milestone';
  const derived = standards && directionOf(standards);
  return derived ?? (kind === 'date' ? 'decrease' : 'increase');
}

/** STD-01 and STD-02 as faults, STD-07 as advice. */
export function standardsFindings(standards: Standards, direction: Direction, path: Path): Problem[] {
  const reading = curveOf(standards, direction);
  const said = reading.kind === 'refused' ? reading.problem : reading.advice;
  return said ? [finding(said.severity, said.code, path, said.message)] : [];
}
