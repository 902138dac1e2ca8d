// The states of a machine as a tree, with the stage that each becomes, and finding a state as XState's targets name it.
import { makeNaming, toSlug } from '../../interchange/names.ts';
import { type StageId, slugSchema } from '../../model/ids.ts';
import type { StateJson } from './config-schema.ts';

export interface StateNode {
  key: string;
  stage: StageId;
  config: StateJson;
  parent: StateNode | null;
  children: StateNode[];
  pointer: string;
}

export interface StateTree {
  root: StateNode;
  byId: ReadonlyMap<string, StateNode>;
  /** By the path of keys from the root, and by id where there is one. */
  names: ReadonlyMap<string, StageId>;
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const stageName = (name: string): string =>
  slugSchema.safeParse(name).success && /\D/.test(name) ? name : toSlug(name, 'stage');

/** The id that XState gives a state without one is its path from the machine. */
const pathOf = (node: StateNode): string[] =>
  node.parent === null ? [] : [...pathOf(node.parent), node.key];

export function growStates(machine: StateJson, rootKey: string): StateTree {
  const naming = makeNaming((name) => stageName(name.slice(name.indexOf('\n') + 1)));
  const byId = new Map<string, StateNode>();
  const names = new Map<string, StageId>();
  const grow = (key: string, config: StateJson, parent: StateNode | null, pointer: string): StateNode => {
    const wanted = config.id ?? key;
    const stage = parent === null ? '' : naming.name(`${pointer}\n${wanted}`);
    const node: StateNode = { key, stage, config, parent, children: [], pointer };
    const path = pathOf(node);
    byId.set(config.id ?? [rootKey, ...path].join('.'), node);
    if (parent !== null) names.set(config.id ?? path.join('.'), stage);
    node.children = Object.entries(config.states ?? {}).map(([inner, child]) =>
      grow(inner, child, node, `${pointer}/states/${escapeKey(inner)}`),
    );
    return node;
  };
  return { root: grow(rootKey, machine, null, ''), byId, names };
}

function descend(from: StateNode | undefined, path: readonly string[]): StateNode | null {
  let at: StateNode | undefined = from;
  for (const key of path) at = at?.children.find((child) => child.key === key);
  return at ?? null;
}

/** `#id`, `#id.child`, `.child`, `.` for itself, `sibling` and `sibling.child`; a machine's own targets are its children. */
export function findTarget({ byId }: StateTree, source: StateNode, target: string): StateNode | null {
  if (target.startsWith('#')) return findById(byId, target.slice(1));
  if (target === '.') return source;
  const isInner = target.startsWith('.') || source.parent === null;
  const path = target.replace(/^\./, '').split('.');
  return descend(isInner ? source : (source.parent ?? undefined), path);
}

/** An id may have dots of its own, so that the longest that is known counts. */
function findById(byId: ReadonlyMap<string, StateNode>, name: string): StateNode | null {
  const words = name.split('.');
  for (let length = words.length; length > 0; length--) {
    const node = byId.get(words.slice(0, length).join('.'));
    if (node) return descend(node, words.slice(length));
  }
  return null;
}

export function isInside(node: StateNode, container: StateNode): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at === container) return true;
  return false;
}

export const kindOf = ({ config }: StateNode): 'atomic' | 'compound' | 'parallel' | 'final' | 'history' => {
  if (config.type && config.type !== 'atomic') return config.type;
  if (Object.keys(config.states ?? {}).length > 0) return 'compound';
  return config.history === undefined || config.history === false ? 'atomic' : 'history';
};
