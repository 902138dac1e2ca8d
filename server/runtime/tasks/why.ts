// Why somebody has a task, in words that person understands.
import { managerLevel } from '../../../engine/index.ts';
import { roleName } from './role-name.ts';

export interface Asked {
  relation: string;
  componentName: string;
  delegatorName: string | null;
  /** Whom they stand in for. */
  holderName: string | null;
  awayUntil: string | null;
  /** It was opened in addition to one that is overdue. */
  standsIn: boolean;
}

function byManager(level: number, component: string): string {
  const above = 'the manager of '.repeat(level - 1);
  return `you manage ${above}${component}`;
}

function byRelation(relation: string, component: string): string {
  const level = managerLevel(relation);
  if (level > 0) return byManager(level, component);
  if (relation.startsWith('peers(')) return `you work beside ${component}`;
  const role = roleName(relation);
  if (role !== null) return `your role is ${role}`;
  if (relation.startsWith('person:')) return 'you are named for it in the cycle';
  switch (relation) {
    case 'owner':
      return `you answer for ${component}`;
    case 'reports':
      return `${component} is made up of parts, and you answer for one of them`;
    case 'nominated':
      return `you were named to say how ${component} works`;
    case 'sponsor':
      return `you answer for the whole that ${component} belongs to`;
    default:
      return `you are “${relation}” of ${component}`;
  }
}

const whereHolderIs = ({ holderName, awayUntil }: Pick<Asked, 'holderName' | 'awayUntil'>): string =>
  awayUntil === null ? `${holderName}` : `${holderName}, who is on leave until ${awayUntil}`;

function reasonOf(asked: Asked): string {
  const { relation, componentName, delegatorName, standsIn } = asked;
  if (asked.holderName) return `you stand in for ${whereHolderIs(asked)}`;
  if (delegatorName) return `${delegatorName} passed it on to you`;
  const reason = byRelation(relation, componentName);
  return standsIn ? `it is overdue and ${reason}` : reason;
}

/** `name` is the person's when somebody else reads it; null when the reader is asked. */
export function whyAsked(asked: Asked, name: string | null): string {
  const reason = reasonOf(asked);
  if (name === null) return `You are asked because ${reason}.`;
  const told = reason
    .replaceAll(/\byou are\b/g, 'they are')
    .replaceAll(/\byour\b/g, 'their')
    .replaceAll(/\bto you\b/g, 'to them')
    .replaceAll(/\byou\b/g, 'they');
  return `${name} is asked because ${told}.`;
}

export const whyNoStandIn = (asked: Pick<Asked, 'holderName' | 'awayUntil'>): string =>
  `Nobody is left to stand in for ${whereHolderIs(asked)}. An administrator may pass it on.`;

/** Of a role nobody may have it, or nobody has the role; other relations lead to nobody at all. */
export function whyUnplaced(relation: string): string {
  const role = roleName(relation);
  if (role === null) return whyNobody(relation);
  return `Nobody with the role “${role}” can have it: nobody has that role, or it is about them, or they decided in the plan before. An administrator gives it to somebody else.`;
}

/** Everybody with the role is asked, and none of them by name; other relations lead to nobody at all. */
export function whyNobody(relation: string): string {
  const role = roleName(relation);
  if (role === null)
    return `Nobody is asked yet: there is no one who is “${relation}” here. An administrator may pass it on.`;
  return `Nobody is asked by name: whoever has the role “${role}” may take it.`;
}
