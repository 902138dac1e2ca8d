// What a line of the audit trail says changed, field by field, as texts that a person can compare: by names where it has ids.
import type { AuditLine } from '../app/api/wire.ts';

export interface Change {
  name: string;
  /** Null: there was nothing before, or what is told is no change. */
  before: string | null;
  after: string | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Called = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Naming = (field: string, text: string) => string;

function textOf(field: string, value: unknown, naming: Naming): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return naming(field, value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.map((one) => naming(field, one)).join(', ') || '–';
  return JSON.stringify(value, (name, one) => (typeof one === 'string' ? naming(name, one) : one));
}

/** Who belongs to a session stands in one text. Two of one name are told apart by their ids. */
const namingBy =
  (names: Called): Naming =>
  (field, text) => {
    const called = names[field];
    if (!called) return text;
    const known = Object.values(called);
    const one = (id: string): string => {
      const name = called[id] ?? id;
      return known.filter((other) => other === name).length > 1 ? `${name} (${id})` : name;
    };
    return text.split(', ').map(one).join(', ');
  };

const sideOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** First what changed, then what is told besides and does not say the same. What was and is nothing is left out. */
export function changesOf({ detail, names: called }: Pick<AuditLine, 'detail' | 'names'>): Change[] {
  const naming = namingBy(called);
  const { before, after, ...told } = detail;
  const [was, is] = [sideOf(before), sideOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = names
    .map((name) => ({
      name,
      before: isRecord(before) ? textOf(name, was[name], naming) : null,
      after: isRecord(after) ? textOf(name, is[name], naming) : null,
    }))
    .filter(({ before: one, after: other }) => (one ?? '–') !== '–' || (other ?? '–') !== '–');
  const besides = Object.entries(told)
    .map(([name, value]) => ({ name, before: null, after: textOf(name, value, naming) }))
    .filter(({ name, after: text }) => !changed.some((one) => one.name === name && one.after === text));
  return [...changed, ...besides];
}
