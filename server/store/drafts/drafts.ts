// Cycle drafts: one readable JSON file per cycle, which may live in a git checkout and be edited by hand.
// A file that cannot be read as a cycle is listed with the reason and left untouched.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { type Cycle, formatCycle, type Problem, parseCycle, slugSchema } from '../../../engine/index.ts';
import { durableFile, type Files, isMissing, realFiles } from './durable-file.ts';

const SUFFIX = '.cycle.json';

export type Draft =
  | { kind: 'readable'; id: string; cycle: Cycle; etag: string; savedAt: string }
  | { kind: 'unreadable'; id: string; etag: string; savedAt: string; problems: Problem[] };

export type Saved =
  | { kind: 'saved'; etag: string; created: boolean }
  | { kind: 'stale'; etag: string | null };

export interface Drafts {
  list(): Promise<Draft[]>;
  read(id: string): Promise<Draft | null>;
  /** `ifMatch` is the etag that the writer has seen; null: the draft must not exist yet. */
  write(cycle: Cycle, ifMatch: string | null): Promise<Saved>;
  remove(id: string): Promise<void>;
}

const etagOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const isSlug = (text: string): boolean => slugSchema.safeParse(text).success;

type Parsed = ReturnType<typeof parseCycle>;

function parseText(text: string): Parsed {
  try {
    return parseCycle(JSON.parse(text));
  } catch (error) {
    const message = `The file is not JSON: ${error instanceof Error ? error.message : 'unknown reason'}.`;
    return {
      kind: 'refused',
      problems: [{ code: 'DOC-not-json', severity: 'error', pointer: '', stage: null, message }],
    };
  }
}

/** Each list reads every file, and parsing proves the whole document: what is as it was is not parsed again. */
function parsingChanged(): (id: string, text: string) => Parsed {
  const latest = new Map<string, { text: string; parsed: Parsed }>();
  return (id, text) => {
    const known = latest.get(id);
    if (known?.text === text) return known.parsed;
    const parsed = parseText(text);
    latest.set(id, { text, parsed });
    return parsed;
  };
}

function toDraft(id: string, text: string, savedAt: string, parsed: Parsed): Draft {
  const known = { id, etag: etagOf(text), savedAt };
  if (parsed.kind === 'refused') return { kind: 'unreadable', ...known, problems: parsed.problems };
  if (parsed.cycle.id !== id) {
    const message = `The file ${id}${SUFFIX} holds the cycle “${parsed.cycle.id}”. Rename one of the two.`;
    return {
      kind: 'unreadable',
      ...known,
      problems: [{ code: 'DOC-wrong-file', severity: 'error', pointer: '/id', stage: null, message }],
    };
  }
  return { kind: 'readable', ...known, cycle: parsed.cycle };
}

const ruleOfNames = `A draft's file has the name of its cycle's id: 1 to 64 lower-case letters, digits and hyphens, then “${SUFFIX}”.`;

/** It has no id by which it could be read or saved, so it is only told of. */
function toMisnamed(name: string, text: string, savedAt: string): Draft {
  const message = `The file ${name} is not used. ${ruleOfNames} Rename it.`;
  return {
    kind: 'unreadable',
    id: name.slice(0, -SUFFIX.length),
    etag: etagOf(text),
    savedAt,
    problems: [{ code: 'DOC-wrong-name', severity: 'error', pointer: '', stage: null, message }],
  };
}

/** The folder is people's too: what was there a moment ago may be gone. */
function nothingThere(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}

/** Opens the folder, making it when it is not there. All writes of one process queue here. */
export async function openDrafts(folder: string, files: Files = realFiles): Promise<Drafts> {
  await mkdir(folder, { recursive: true });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const parse = parsingChanged();
  const pathOf = (id: string) => join(folder, `${slugSchema.parse(id)}${SUFFIX}`);

  async function readFile(name: string): Promise<Draft | null> {
    const path = join(folder, name);
    const text = await durableFile(path, files).read();
    const facts = text === null ? undefined : await stat(path).catch(nothingThere);
    if (text === null || facts === undefined) return null;
    const id = name.slice(0, -SUFFIX.length);
    const savedAt = facts.mtime.toISOString();
    return isSlug(id) ? toDraft(id, text, savedAt, parse(id, text)) : toMisnamed(name, text, savedAt);
  }
  const read = async (id: string): Promise<Draft | null> => (isSlug(id) ? readFile(`${id}${SUFFIX}`) : null);

  async function write(cycle: Cycle, ifMatch: string | null): Promise<Saved> {
    const current = await read(cycle.id);
    if ((current?.etag ?? null) !== ifMatch) return { kind: 'stale', etag: current?.etag ?? null };
    const text = formatCycle(cycle);
    await mkdir(folder, { recursive: true });
    const low = new Low<string>(durableFile(pathOf(cycle.id), files), '');
    low.data = text;
    await low.write();
    return { kind: 'saved', etag: etagOf(text), created: current === null };
  }

  return {
    list: async () => {
      const found = (await readdir(folder, { withFileTypes: true }).catch(nothingThere)) ?? [];
      const drawn = found.filter((entry) => !entry.isDirectory() && entry.name.endsWith(SUFFIX));
      const names = drawn.map((entry) => entry.name).sort();
      const drafts = await Promise.all(names.map(readFile));
      return drafts.filter((draft) => draft !== null);
    },
    read,
    write: (cycle, ifMatch) => inTurn(() => write(cycle, ifMatch)),
    remove: (id) => inTurn(() => rm(pathOf(id), { force: true })),
  };
}
