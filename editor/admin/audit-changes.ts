// What a line of the audit trail says changed, field by field, as texts that a person can compare.
import type { AuditLine } from '../app/api/wire.ts';

export interface Change {
  name: string;
  /** Null: there was nothing before, or what is told is no change. */
  before: string | null;
  after: string | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value === '' ? '–' : value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ') || '–';
  return JSON.stringify(value);
}

const sideOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** First what changed, then what is told besides. What was and is nothing is left out. */
export function changesOf({ detail }: Pick<AuditLine, 'detail'>): Change[] {
  const { before, after, ...told } = detail;
  const [was, is] = [sideOf(before), sideOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = names
    .map((name) => ({
      name,
      before: isRecord(before) ? textOf(was[name]) : null,
      after: isRecord(after) ? textOf(is[name]) : null,
    }))
    .filter(({ before: one, after: other }) => (one ?? '–') !== '–' || (other ?? '–') !== '–');
  const besides = Object.entries(told).map(([name, value]) => ({ name, before: null, after: textOf(value) }));
  return [...changed, ...besides];
}
