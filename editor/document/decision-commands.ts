// The decisions of a cycle: written, renamed and taken away. Their keys are names in expressions.
import {
  applyFix,
  type Cycle,
  type Decision,
  decisionNameSchema,
  decisionSchema,
  inPlainWords,
} from '../../engine/index.ts';
import { retell } from '../language/index.ts';
import { t } from '../language/say.ts';
import { type Applied, applied, type CommandOf, refused } from './command.ts';
import { patched } from './stage-tree.ts';

const withDecisions = (cycle: Cycle, entries: [string, Decision][]): Applied =>
  applied(patched(cycle, { decisions: entries.length > 0 ? Object.fromEntries(entries) : undefined }));

const entriesOf = ({ decisions = {} }: Cycle): [string, Decision][] => Object.entries(decisions);

/** Why a key cannot be one; null when it can. */
function nameFault(cycle: Cycle, name: string): string | null {
  const parsed = decisionNameSchema.safeParse(name);
  if (!parsed.success) return retell(parsed.error.issues[0]?.message ?? '') || t('Choose another name.');
  return Object.hasOwn(cycle.decisions ?? {}, name)
    ? t('Another decision is called "{name}".', { name })
    : null;
}

function fault(decision: Decision): string | null {
  const parsed = decisionSchema.safeParse(decision, { error: inPlainWords });
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  if (issue?.path.at(-1) === 'expression' || issue?.path.at(-1) === 'text')
    return t('An expression is needed here; the last one is kept until there is one.');
  return `${issue?.path.join('/') || t('The decision')}: ${retell(issue?.message ?? '')}`;
}

/** Adds it, or takes the place of the one of that name. */
export function setDecision(cycle: Cycle, { name, decision }: CommandOf<'set-decision'>): Applied {
  const isNew = !Object.hasOwn(cycle.decisions ?? {}, name);
  const why = (isNew ? nameFault(cycle, name) : null) ?? fault(decision);
  if (why !== null) return refused(why);
  const entries = entriesOf(cycle);
  return withDecisions(
    cycle,
    isNew
      ? [...entries, [name, decision]]
      : entries.map(([key, each]) => [key, key === name ? decision : each]),
  );
}

export function renameDecision(cycle: Cycle, { name, to, also = [] }: CommandOf<'rename-decision'>): Applied {
  if (name === to) return applied(cycle);
  const why = nameFault(cycle, to);
  if (why !== null) return refused(why);
  const along = applyFix(cycle, { title: '', commands: [...also] });
  if (along.kind === 'refused') return along;
  return withDecisions(
    along.cycle,
    entriesOf(along.cycle).map(([key, each]) => [key === name ? to : key, each]),
  );
}

export const removeDecision = (cycle: Cycle, { name }: CommandOf<'remove-decision'>): Applied =>
  withDecisions(
    cycle,
    entriesOf(cycle).filter(([key]) => key !== name),
  );
