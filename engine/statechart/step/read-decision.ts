// A name as FEEL sees it in a step: a decision of the cycle, taken when it is first asked for, or a name
// of the scope.
import { takeDecisions } from '../../decision/run/take-decisions.ts';
import type { Feel } from '../../expression/value/feel.ts';
import type { Draft } from './draft.ts';
import { readName } from './read-name.ts';

export function readFeel(draft: Draft, name: string): Feel | undefined {
  const { decisions } = draft;
  if (!decisions?.decisions.has(name)) return readName(draft, name);
  draft.taken ??= takeDecisions(decisions, (outside) => readName(draft, outside));
  return draft.taken.read(name);
}
