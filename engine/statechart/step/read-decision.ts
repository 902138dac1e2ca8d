// A name as FEEL sees it in a step: a decision of the cycle, taken when it is first asked for, or a name
// of the scope.
import { takeDecisions } from '../../decision/run/take-decisions.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { asFeel } from '../../expression/value.ts';
import type { Draft } from './draft.ts';
import { readName } from './read-name.ts';

function readScope(draft: Draft, name: string): Feel | undefined {
  const value = readName(draft, name);
  return value === undefined ? undefined : asFeel(value);
}

export function readFeel(draft: Draft, name: string): Feel | undefined {
  const { decisions } = draft;
  if (!decisions?.decisions.has(name)) return readScope(draft, name);
  draft.taken ??= takeDecisions(decisions, (outside) => readScope(draft, outside));
  return draft.taken.read(name);
}
