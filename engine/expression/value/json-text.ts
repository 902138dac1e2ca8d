// A value as JSON text with every digit of its numbers: those of JSON have no end, those of JavaScript have 17.
import { entriesOf } from './context.ts';
import type { Feel } from './feel.ts';
import { isoText } from './iso.ts';
import { isList } from './kinds.ts';
import { isNumber } from './number.ts';

const step = '  ';

/** Laid out as JSON.stringify does with two spaces. What JSON does not have (a range, a function) is null. */
export function jsonText(value: Feel, indent = ''): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isNumber(value)) return value.toString();
  const inner = indent + step;
  if (isList(value)) {
    const items = value.map((item) => jsonText(item, inner));
    return between('[', items, ']', indent);
  }
  switch (value.kind) {
    case 'context': {
      const entries = entriesOf(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`,
      );
      return between('{', entries, '}', indent);
    }
    case 'range':
    case 'function':
      return 'null';
    default:
      return JSON.stringify(isoText(value));
  }
}

function between(open: string, parts: readonly string[], close: string, indent: string): string {
  const lines = parts.map((part) => `\n${indent}${step}${part}`).join(',');
  return parts.length === 0 ? open + close : `${open}${lines}\n${indent}${close}`;
}
