// The audit trail by names: what a line is about, and what the ids in what it tells stand for. The ids stay beside them.
import type { JsonObject } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { mailNames } from '../../mail/templates/mail-kinds.ts';
import type { AuditLine } from '../../store/queries/audit.ts';
import type { ResourceName } from '../../store/queries/named.ts';
import { resourceNames } from '../../store/queries/resource-names.ts';
import { personRefs } from './person-names.ts';

const people = [
  ...['personId', 'ownerId', 'managerId', 'secondManagerId', 'assigneeId', 'onBehalfOf', 'substituteId'],
  ...['requesterId', 'askedId', 'toPersonId', 'facilitatorId', 'authorId', 'authors', 'members', 'person'],
  ...['verifiedBy', 'people'],
];
const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(people.map((field) => [field, 'person'])),
  ...{ componentId: 'component', parentId: 'component', component: 'component' },
  ...{ goalId: 'goal', parentGoalId: 'goal', measureId: 'measure', figures: 'measure', valueFrom: 'measure' },
  ...{ cycleId: 'cycle', planId: 'plan', taskId: 'task', launchId: 'launches', migrationId: 'migrations' },
  ...{ observations: 'observation', supersedes: 'observation' },
};

interface Mention {
  field: string;
  /** As it stands in the line: an id. */
  said: string;
  resource: string;
}

/** Of a task it is who has it; of a plan that moves, its versions. */
const isHandedOn = (action: string, field: string): boolean =>
  action.startsWith('task.') && (field === 'from' || field === 'to');

function mentionsIn(action: string, value: unknown, field: string): Mention[] {
  if (typeof value === 'string') {
    const kind = isHandedOn(action, field) ? 'person' : kinds[field];
    if (kind === undefined) return [];
    // Who belongs to a session stands in one text.
    return value.split(', ').map((said) => ({ field, said, resource: `${kind}/${said}` }));
  }
  if (Array.isArray(value)) return value.flatMap((one) => mentionsIn(action, one, field));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => mentionsIn(action, one, name));
}

const isMail = (text: string): text is keyof typeof mailNames => Object.hasOwn(mailNames, text);

/** What no table has a name of. */
function builtIn(resource: string): ResourceName | null {
  const [kind, id = ''] = resource.split('/', 2);
  if (kind === 'backup') return { name: id, of: null };
  const [mail = '', language = null] = kind === 'mail-template' ? id.split('.', 2) : [];
  return isMail(mail) ? { name: mailNames[mail], of: language } : null;
}

/** What was taken away is called as the line itself says. */
function asTold({ before, after, name, source }: JsonObject): ResourceName | null {
  const sides = [after, before].map((side) => (side instanceof Object && 'name' in side ? side.name : null));
  const told = [...sides, name, source].find((one) => typeof one === 'string' && one !== '');
  return typeof told === 'string' ? { name: told, of: null } : null;
}

type Ids = Record<string, Record<string, string>>;

export interface NamedLine extends Omit<AuditLine, 'actor'> {
  actor: { id: string; name: string };
  about: ResourceName | null;
  /** Of each field that holds ids: what they are called, as far as that is known. */
  names: Ids;
}

async function draftNames({ drafts }: Pick<Deps, 'drafts'>, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => drafts.read(id)));
  return new Map(
    found.flatMap((draft) => (draft?.kind === 'readable' ? [[`cycle/${draft.id}`, draft.cycle.name]] : [])),
  );
}

/** Read in two turns, as drafts are files: what is published first. */
export async function withNames(
  { store, drafts }: Pick<Deps, 'store' | 'drafts'>,
  lines: readonly AuditLine[],
): Promise<NamedLine[]> {
  const mentions = lines.map(({ action, detail }) => mentionsIn(action, detail, ''));
  const resources = [
    ...lines.map(({ resource }) => resource),
    ...mentions.flat().map(({ resource }) => resource),
  ];
  const { refOf, nameOf } = await store.read(async (db) => ({
    refOf: await personRefs(
      db,
      lines.map(({ actor }) => actor),
    ),
    nameOf: await resourceNames(db, resources),
  }));
  const unpublished = new Set(
    resources.filter((one) => one.startsWith('cycle/') && !nameOf(one)).map((one) => one.slice(6)),
  );
  const drafted = await draftNames({ drafts }, [...unpublished]);
  const find = (resource: string): ResourceName | null => {
    const name = drafted.get(resource);
    return name === undefined ? nameOf(resource) : { name, of: null };
  };
  return lines.map((line, index) => {
    const names: Ids = {};
    for (const { field, said, resource } of mentions[index] ?? []) {
      const found = find(resource);
      if (found) names[field] = { ...names[field], [said]: found.name };
    }
    const about =
      find(line.resource) ??
      builtIn(line.resource) ??
      (line.resource.includes('/') ? asTold(line.detail) : null);
    return { ...line, actor: refOf(line.actor), about, names };
  });
}
