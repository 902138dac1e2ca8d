// What a text in a form is written about, and what of it keeps the form from being sent.
import { createContext } from 'react';
import { type JsonObject, loadWording, type Said, saidIn, subjectOf } from '../../../engine/index.ts';
import type { Material } from '../material.ts';

export interface Writing {
  of: Said['of'];
  material: Material;
}

/** Null outside of a task's form. */
export const WritingAbout = createContext<Writing | null>(null);

export const writingOf = (material: Material): Writing => ({
  of: subjectOf(material.task.form, material.task.relation === 'owner'),
  material,
});

/** Whether it holds words that cannot be sent. The server looks as well, so what cannot be loaded here stops nobody. */
export async function holdsHarm({ of, material }: Writing, result: JsonObject): Promise<boolean> {
  const said = saidIn(material.task.form, result, of);
  if (said.length === 0) return false;
  try {
    const { findHarm } = await loadWording();
    return said.some((one) => findHarm(one).length > 0);
  } catch {
    return false;
  }
}
