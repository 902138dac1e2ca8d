// The help of a page: what it is for, what one can do there, its keys and its words. Each is short enough to be read.
import { places } from '../app/shell/places.ts';
import { keyNames, type ShortcutId, shortcuts } from '../canvas/shortcuts.ts';
import { inboxKeys } from '../inbox/inbox-keys.ts';
import { t, tAs } from '../language/index.ts';
import { insideHelps } from './inside-helps.ts';
import { type Help, placeHelps } from './place-helps.ts';

/** By the path of its route. */
export const helps: Readonly<Record<string, Help>> = { ...placeHelps, ...insideHelps };

export const helpFor = (path: string): Help => helps[path] ?? placeHelps['/inbox'];

export interface KeyLine {
  keys: readonly string[];
  words: string;
}

/** The canvas has more than can be read at once; the last one shows them all. */
const ofCanvas: readonly ShortcutId[] = [
  'new',
  'append',
  'connect',
  'rename',
  'remove',
  'undo',
  'tidy',
  'search',
  'problem',
  'rehearse',
  'help',
];

function ownKeys(path: string): KeyLine[] {
  if (path === '/inbox') return inboxKeys.map(([key, words]) => ({ keys: [key], words }));
  if (path !== '/cycles/$cycleId') return [];
  return shortcuts
    .filter(({ id }) => ofCanvas.some((shown) => shown === id))
    .map(({ keys, words }) => ({ keys: keyNames(keys), words }));
}

export function keysFor(path: string): KeyLine[] {
  const place = places.find(({ to }) => to === path);
  const here = place ? [{ keys: ['g', place.key], words: t('Go to this page') }] : [];
  const everywhere = [
    { keys: [tAs('on a keyboard', 'Ctrl'), 'K'], words: t('Go anywhere') },
    { keys: ['F1'], words: t('Help for this page') },
  ];
  // The list of the inbox has them all.
  return path === '/inbox' ? ownKeys(path) : [...ownKeys(path), ...here, ...everywhere];
}
