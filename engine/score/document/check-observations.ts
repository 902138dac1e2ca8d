// Whether observations can be counted: values that their measure can reckon with, and one for each period.
import { unreachable } from '../../model/json.ts';
import type { Measure, Observation } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { convert, isCurrency, type Rates } from '../amount.ts';
import { secondsOf } from '../duration.ts';
import { one } from '../fraction.ts';
import { inForce } from '../observed.ts';
import type { ObservationRow } from './document-schema.ts';
import { fault, type Path } from './faults.ts';

export interface Observed {
  row: ObservationRow;
  path: Path;
  measure: Measure;
  observation: Observation;
}

const written = (value: unknown): string =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function levelFault(measure: Measure, value: unknown): string | null {
  const levels = measure.standards?.kind === 'levels' ? Object.keys(measure.standards.levels) : [];
  if (levels.length === 0 || levels.includes(String(value))) return null;
  return `${written(value)} is not a level of ${measure.id}. Use one of ${levels.join(', ')}.`;
}

function milestoneFault({ milestones = [] }: Measure, value: unknown): string | null {
  const ids = milestones.map(({ id }) => id);
  if (ids.some((id) => id === value)) return null;
  return `${written(value)} is no milestone. Use one of ${ids.join(', ')}.`;
}

function durationFault({ unit }: Measure, value: unknown): string | null {
  const isWritten = isFiniteNumber(value) || typeof value === 'string';
  if (isWritten && secondsOf(value, unit)) return null;
  return `${written(value)} is no duration. Write it in ${unit || 'seconds'}, or like PT6H41M.`;
}

function dateFault({ id, dueFrom }: Measure, value: unknown): string | null {
  if (isFiniteNumber(value) || (isDay(value) && dueFrom !== null)) return null;
  return isDay(value)
    ? `Say when ${id} is due ("due"), or give the days late instead of ${written(value)}.`
    : `${written(value)} is neither a number of days late nor a date like 2026-01-05.`;
}

/** What is wrong with a value in the eyes of its measure; null when nothing is. */
function valueFault(measure: Measure, value: unknown): string | null {
  switch (measure.kind) {
    case 'narrative':
      return null;
    case 'boolean':
    case 'rubric':
      return levelFault(measure, value);
    case 'milestones':
      return milestoneFault(measure, value);
    case 'duration':
      return durationFault(measure, value);
    case 'date':
      return dateFault(measure, value);
    case 'number':
    case 'currency':
    case 'percent':
      if (measure.standards?.kind === 'levels') return levelFault(measure, value);
      return isFiniteNumber(value) ? null : `${written(value)} is not a number. Write it like 12.5.`;
    default:
      return unreachable(measure.kind);
  }
}

function shapeFaults({ row, path, measure, observation }: Observed): Problem[] {
  if (row.status === 'void') return [];
  const hasRatio = row.numerator != null || row.denominator != null;
  if (hasRatio && (row.numerator == null || row.denominator == null)) {
    const key = row.numerator == null ? 'numerator' : 'denominator';
    return [fault('DOC-invalid', [...path, key], 'Give numerator and denominator together.')];
  }
  if (row.value == null) {
    if (hasRatio) return [];
    return [fault('DOC-invalid', [...path, 'value'], 'Give a value, or a numerator and a denominator.')];
  }
  const wrong = valueFault(measure, observation.value ?? row.value);
  return wrong ? [fault('DOC-invalid', [...path, 'value'], wrong)] : [];
}

function periodFaults({ path, observation: { periodStart, periodEnd } }: Observed): Problem[] {
  if (periodStart <= periodEnd) return [];
  return [
    fault('DOC-invalid', [...path, 'periodEnd'], `The period ends before it starts on ${periodStart}.`),
  ];
}

function currencyFaults({ path, measure, observation }: Observed, rates: readonly Rates[]): Problem[] {
  const { currency } = observation;
  if (!currency || currency === measure.unit) return [];
  if (!isCurrency(measure.unit)) {
    const message = `The unit of ${measure.id} is no currency code, so ${currency} cannot be converted to it.`;
    return [fault('MEAS-04', [...path, 'currency'], message)];
  }
  const pair = { from: currency, to: measure.unit };
  if (rates.some((known) => convert(one, pair, known))) return [];
  const message = `There is no rate for ${currency}/${measure.unit}. Give it in "rates".`;
  return [fault('MEAS-04', [...path, 'currency'], message)];
}

/** Of one day several milestones may be reached: each is a fact of its own. */
const keyOf = ({ observation, measure }: Observed): string => {
  const { measureId, componentId, periodStart, periodEnd, value } = observation;
  return JSON.stringify([
    ...[measureId, componentId, periodStart, periodEnd],
    measure.kind === 'milestones' ? value : null,
  ]);
};

function duplicateFaults(all: readonly Observed[]): Problem[] {
  const standing = new Set(inForce(all.map(({ observation }) => observation)));
  const first = new Map<string, Observation>();
  return all.flatMap((observed) => {
    const { observation, path } = observed;
    if (!standing.has(observation)) return [];
    const key = keyOf(observed);
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, observation);
      return [];
    }
    const { measureId, periodStart, periodEnd } = observation;
    const message = `"${known.id}" is recorded for ${measureId} from ${periodStart} to ${periodEnd} already. Correct it with "supersedes": "${known.id}".`;
    return [fault('OBS-duplicate', path, message)];
  });
}

function idFaults(all: readonly Observed[]): Problem[] {
  const ids = new Set<string>();
  return all.flatMap(({ observation, path }) => {
    if (!ids.has(observation.id)) {
      ids.add(observation.id);
      return [];
    }
    return [fault('DOC-id-taken', [...path, 'id'], `The observation "${observation.id}" is there already.`)];
  });
}

function correctionFaults(all: readonly Observed[]): Problem[] {
  const byId = new Map(all.map((one) => [one.observation.id, one.observation]));
  return all.flatMap(({ observation, path }) => {
    const { supersedes } = observation;
    if (supersedes === null) return [];
    const corrected = byId.get(supersedes);
    const message =
      corrected === undefined
        ? `There is no observation "${supersedes}" to correct.`
        : corrected === observation || corrected.measureId !== observation.measureId
          ? `"${supersedes}" is not an earlier observation of the same measure.`
          : null;
    return message ? [fault('DOC-dangling', [...path, 'supersedes'], message)] : [];
  });
}

/** A chain of corrections that leads back to where it starts would leave nothing standing. */
function circularFaults(all: readonly Observed[]): Problem[] {
  const next = new Map(all.map(({ observation }) => [observation.id, observation.supersedes]));
  return all.flatMap(({ observation: { id }, path }) => {
    const seen = new Set<string>();
    let at = next.get(id) ?? null;
    while (at !== null && at !== id && !seen.has(at)) {
      seen.add(at);
      at = next.get(at) ?? null;
    }
    if (at !== id || seen.size === 0) return [];
    return [fault('OBS-circular', [...path, 'supersedes'], `"${id}" would correct itself.`)];
  });
}

export function observationFaults(all: readonly Observed[], rates: readonly Rates[]): Problem[] {
  return [
    ...all.flatMap((observed) => [
      ...shapeFaults(observed),
      ...periodFaults(observed),
      ...currencyFaults(observed, rates),
    ]),
    ...idFaults(all),
    ...correctionFaults(all),
    ...circularFaults(all),
    ...duplicateFaults(all),
  ];
}
