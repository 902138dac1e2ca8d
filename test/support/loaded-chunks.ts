// Which scripts of a build are loaded at once: those that are asked for, and all that they import without waiting.
export interface Chunk {
  file: string;
  imports?: string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

export function loadedChunks(manifest: Manifest, asked: readonly string[]): string[] {
  const loaded = new Set<string>();
  const load = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (loaded.has(chunk.file)) return;
    loaded.add(chunk.file);
    chunk.imports?.forEach(load);
  };
  asked.forEach(load);
  return [...loaded];
}
