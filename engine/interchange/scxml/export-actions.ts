// Actions of a cycle as executable content. What SCXML has no word for is written in our own namespace.
import type { Action } from '../../model/action.ts';
import { isSpan } from '../../time/span.ts';
import { type Xml, xml } from '../../xml/write-xml.ts';
import { timeOfSpan } from '../delays.ts';
import { own } from './namespaces.ts';

type Raise = Extract<Action, { do: 'raise' }>;

export const paramsOf = (data: Record<string, string> | undefined): Xml[] =>
  Object.entries(data ?? {}).map(([name, expr]) => xml('param', { name, expr }));

/** A time of fixed length as SCXML writes it; for everything else, and always for ourselves, the span itself. */
export function delayOf(delay: string): Xml['attributes'] {
  const time = timeOfSpan(delay);
  const expression = isSpan(delay) ? JSON.stringify(delay) : delay;
  return {
    delay: time ?? undefined,
    delayexpr: time === null ? expression : undefined,
    [`${own}:delay`]: delay,
  };
}

const ownAction = (action: Action): Xml => xml(`${own}:action`, {}, [JSON.stringify(action)]);

function exportRaise(action: Raise): Xml {
  const { event, data, delay, id } = action;
  if (delay !== undefined) return xml('send', { event, id, ...delayOf(delay) }, paramsOf(data));
  if (id !== undefined) return ownAction(action);
  return data ? xml('send', { event, target: '#_internal' }, paramsOf(data)) : xml('raise', { event });
}

function exportPlain(action: Action): Xml {
  switch (action.do) {
    case 'set':
      return xml('assign', { location: action.variable, expr: action.value });
    case 'raise':
      return exportRaise(action);
    case 'cancel':
      return xml('cancel', { sendid: action.id });
    default:
      return ownAction(action);
  }
}

export function exportActions(actions: readonly Action[] | undefined): Xml[] {
  return (actions ?? []).map(({ guard, ...action }) => {
    const plain = exportPlain(action);
    return guard === undefined ? plain : xml('if', { cond: guard }, [plain]);
  });
}
