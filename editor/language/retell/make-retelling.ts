// Retells English sentences by templates. Pure: a catalogue in, a function out. What no template knows is null.
import type { Retelling } from '../spoken.ts';
import { boundary, type Find, type Finder, isVague, makeFinder } from './catalogue.ts';
import type { Hole } from './template.ts';

export interface Retold {
  /** English templates and what they are in the other language. */
  sentences: Readonly<Record<string, string>>;
  /** Around names, where English has “ and ”. */
  quotes: readonly [open: string, close: string];
  /** Between the members of a list. */
  joints: Readonly<Record<string, string>>;
  /** Between a number and its decimals, where English has a point. */
  decimalSign: string;
  /** Between each three digits of a number, where English has a comma. */
  groupSign: string;
}

interface Telling extends Omit<Retold, 'sentences'> {
  find: Finder;
  /** What was retold before: the same sentences come again, and the same parts in several of them. */
  known: Map<string, string | null>;
  /** Every part has to be known. Tried first: a long template may fit by chance, its parts seldom do. */
  isStrict: boolean;
}

/** A name, a number or JSON, which are the same in every language. */
const isValue = (text: string): boolean => !/\s/.test(text) || /^["“[{\d]/.test(text);

const quoted = (text: string, { quotes: [open, close], decimalSign, groupSign }: Telling): string =>
  text
    .replaceAll(/“([^“”„]*)”/g, `${open}$1${close}`)
    .replace(/^"([^"]*)"$/, `${open}$1${close}`)
    .replace(
      /^([-+±]?(?:\d+|\d{1,3}(?:,\d{3})+))(?:\.(\d+))?(?= ?%?$)/,
      (_, whole: string, decimals?: string) =>
        `${whole.replaceAll(',', groupSign)}${decimals === undefined ? '' : `${decimalSign}${decimals}`}`,
    );

/** Members and what stands between them; "a date and time" is one of several with "or". */
const andParts = /(?:"[^"]*"|“[^”]*”|(?!, | and ).)+|, | and /g;
const orParts = /(?:"[^"]*"|“[^”]*”|(?!, | or ).)+|, | or /g;

function joined(text: string, telling: Telling, tell: (member: string) => string): string {
  const parts = text.match(text.includes(' or ') ? orParts : andParts) ?? [];
  return parts.map((part) => telling.joints[part] ?? tell(part)).join('');
}

const listed = (text: string, telling: Telling): string =>
  joined(text, telling, (member) => inside(member, telling, vaguely) ?? quoted(member, telling));

/** Null when it has to be known and is not. */
function filled({ as }: Hole, text: string, telling: Telling): string | null {
  if (as === 'code') return text;
  if (as === 'codes') return joined(text, telling, (member) => quoted(member, telling));
  if (as === 'name') return quoted(text, telling);
  const told =
    inside(text, { ...telling, isStrict: true }) ?? (telling.isStrict ? null : inside(text, telling));
  if (told !== null) return told;
  if (as === 'list') return listed(text, telling);
  return telling.isStrict && !isValue(text.trim()) ? null : quoted(text, telling);
}

function fill({ entry: { english, other }, held }: Find, telling: Telling): string | null {
  const values = new Map(english.holes.map(({ name }, at) => [name, held[at] ?? '']));
  const texts = other.holes.map((hole) => filled(hole, values.get(hole.name) ?? '', telling));
  return texts.includes(null) ? null : other.between.map((words, at) => words + (texts[at] ?? '')).join('');
}

function byTemplate(text: string, telling: Telling, wanted: 'sure' | 'vague' = 'sure'): string | null {
  for (const found of telling.find(text)) {
    if (isVague(found.entry) !== (wanted === 'vague')) continue;
    const told = fill(found, telling);
    if (told !== null) return told;
  }
  return null;
}

const vaguely = (text: string, telling: Telling): string | null => byTemplate(text, telling, 'vague');

/** Sentences one after the other, or parts with a semicolon between: each that is known is retold, the longest first. */
function inParts(text: string, telling: Telling, ends: RegExp): string | null {
  const splits = [...text.matchAll(ends)].map(({ index, 0: end }) => ({ end, after: index + end.length }));
  for (const { end, after } of splits.toReversed()) {
    const joint = end.startsWith(';') ? end : ' ';
    const head = text.slice(0, after - joint.length);
    const first = byTemplate(head, telling);
    if (first === null) continue;
    const tail = text.slice(after);
    const rest = whole(tail, telling) ?? (telling.isStrict ? null : tail);
    if (rest !== null) return first + joint + rest;
  }
  const [unknown] = telling.isStrict ? [] : splits;
  const told = unknown && whole(text.slice(unknown.after), telling);
  return told ? text.slice(0, unknown.after) + told : null;
}

/** `goals.0.title: This is missing.`, or the same of a “name with spaces”. */
const aPlace = /^[^\s:]+: /;
const aName = /^“[^”]*”: /;
function afterPlace(text: string, telling: Telling, ends = aPlace): string | null {
  const place = ends.exec(text)?.[0];
  const told = place && whole(text.slice(place.length), telling);
  return told ? quoted(place, telling) + told : null;
}

const mostKnown = 4_000;

function whole(text: string, telling: Telling): string | null {
  const { known, isStrict } = telling;
  const key = `${isStrict ? 'all' : 'any'} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const told =
    // A sentence that begins with a hole would take the name into it.
    afterPlace(text, telling, aName) ??
    byTemplate(text, telling) ??
    inParts(text, telling, boundary) ??
    inParts(text, telling, /; /g) ??
    afterPlace(text, telling);
  if (known.size >= mostKnown) known.clear();
  known.set(key, told);
  return told;
}

/** "A number …" where the catalogue has "a number". */
function byLowerCase(text: string, telling: Telling): string | null {
  const lower = text.charAt(0).toLowerCase() + text.slice(1);
  const told = lower === text ? null : whole(lower, telling);
  return told && told.charAt(0).toUpperCase() + told.slice(1);
}

/** A sentence inside another has lost its full stop. */
function withoutStop(text: string, telling: Telling): string | null {
  const told = /[.!?:…]$/.test(text) ? null : whole(`${text}.`, telling);
  return told?.replace(/\.$/, '') ?? null;
}

/** The space around a part stays where it is. */
function inside(text: string, telling: Telling, last: typeof vaguely = () => null): string | null {
  const core = text.trim();
  if (core === '') return text;
  const told =
    whole(core, telling) ?? byLowerCase(core, telling) ?? withoutStop(core, telling) ?? last(core, telling);
  return told === null ? null : text.replace(core, () => told);
}

export function makeRetelling({ sentences, ...habits }: Retold): Retelling {
  const telling = { ...habits, find: makeFinder(sentences), known: new Map(), isStrict: false };
  return (english) => {
    const text = english.trim();
    return text === '' ? '' : (whole(text, { ...telling, isStrict: true }) ?? whole(text, telling));
  };
}
