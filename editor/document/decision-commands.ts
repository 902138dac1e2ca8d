// The decisions of a cycle and the types that they name: written, renamed with all that says them, and taken away. Their
// keys are names in expressions. What still says a type that is gone is a problem of the check.
import {
  applyFix,
  builtInTypes,
  type Cycle,
  decisionNameSchema,
  decisionSchema,
  decisionTypeSchema,
  type Fix,
  inPlainWords,
} from '../../engine/index.ts';
import { retell, t } from '../language/say.ts';
import { type Applied, applied, type CommandOf, refused } from './command.ts';
import { patched } from './stage-tree.ts';

type Kind = 'decisions' | 'types';
type EntryOf<Of extends Kind> = NonNullable<Cycle[Of]>[string];
type Entries = Record<string, EntryOf<Kind>>;

const keysOf = (cycle: Cycle, kind: Kind): string[] => Object.keys(cycle[kind] ?? {});

const withEntries = (cycle: Cycle, kind: Kind, entries: [string, EntryOf<Kind>][]): Applied =>
  applied(patched(cycle, { [kind]: entries.length > 0 ? Object.fromEntries(entries) : undefined }));

const entriesOf = (cycle: Cycle, kind: Kind): [string, EntryOf<Kind>][] => {
  const entries: Entries = cycle[kind] ?? {};
  return Object.entries(entries);
};

const takenWords = {
  decisions: (name: string) => t('Another decision is called "{name}".', { name }),
  types: (name: string) => t('Another type is called "{name}".', { name }),
};

/** Why a key cannot be one; null when it can. */
function nameFault(cycle: Cycle, kind: Kind, name: string): string | null {
  const parsed = decisionNameSchema.safeParse(name);
  if (!parsed.success) return retell(parsed.error.issues[0]?.message ?? '') || t('Choose another name.');
  if (kind === 'types' && builtInTypes.some((each) => each === name))
    return t('Every cycle has a type "{name}".', { name });
  return keysOf(cycle, kind).includes(name) ? takenWords[kind](name) : null;
}

const isExpression = (key: PropertyKey | undefined): boolean => key === 'expression' || key === 'text';

function fault(kind: Kind, entry: EntryOf<Kind>): string | null {
  const schema = { decisions: decisionSchema, types: decisionTypeSchema }[kind];
  const issue = schema.safeParse(entry, { error: inPlainWords }).error?.issues[0];
  if (!issue) return null;
  if (kind === 'decisions' && isExpression(issue.path.at(-1)))
    return t('An expression is needed here; the last one is kept until there is one.');
  const whole = kind === 'decisions' ? t('The decision') : t('The type');
  return `${issue.path.join('/') || whole}: ${retell(issue.message)}`;
}

/** Adds it, or takes the place of the one of that name. */
function setEntry<Of extends Kind>(cycle: Cycle, kind: Of, name: string, entry: EntryOf<Of>): Applied {
  const isNew = !keysOf(cycle, kind).includes(name);
  const why = (isNew ? nameFault(cycle, kind, name) : null) ?? fault(kind, entry);
  if (why !== null) return refused(why);
  const entries = entriesOf(cycle, kind);
  return withEntries(
    cycle,
    kind,
    isNew ? [...entries, [name, entry]] : entries.map(([key, each]) => [key, key === name ? entry : each]),
  );
}

function renameEntry(cycle: Cycle, kind: Kind, name: string, to: string, also: Fix['commands']): Applied {
  if (name === to) return applied(cycle);
  const why = nameFault(cycle, kind, to);
  if (why !== null) return refused(why);
  const along = applyFix(cycle, { title: '', commands: [...also] });
  if (along.kind === 'refused') return along;
  const entries = entriesOf(along.cycle, kind);
  return withEntries(
    along.cycle,
    kind,
    entries.map(([key, each]) => [key === name ? to : key, each]),
  );
}

const removeEntry = (cycle: Cycle, kind: Kind, name: string): Applied =>
  withEntries(
    cycle,
    kind,
    entriesOf(cycle, kind).filter(([key]) => key !== name),
  );

export const setDecision = (cycle: Cycle, { name, decision }: CommandOf<'set-decision'>): Applied =>
  setEntry(cycle, 'decisions', name, decision);
export const renameDecision = (
  cycle: Cycle,
  { name, to, also = [] }: CommandOf<'rename-decision'>,
): Applied => renameEntry(cycle, 'decisions', name, to, also);
export const removeDecision = (cycle: Cycle, { name }: CommandOf<'remove-decision'>): Applied =>
  removeEntry(cycle, 'decisions', name);

export const setNamedType = (cycle: Cycle, { name, named }: CommandOf<'set-named-type'>): Applied =>
  setEntry(cycle, 'types', name, named);
export const renameNamedType = (cycle: Cycle, { name, to, also }: CommandOf<'rename-named-type'>): Applied =>
  renameEntry(cycle, 'types', name, to, also);
export const removeNamedType = (cycle: Cycle, { name }: CommandOf<'remove-named-type'>): Applied =>
  removeEntry(cycle, 'types', name);
