// What was rehearsed stays over a reload of the page, in this browser tab and for this document alone. It is kept as
// what it is: an unfinished scenario.
import { type Given, type ScenarioStep, scenarioSchema } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export interface Walk {
  given: Given;
  steps: readonly ScenarioStep[];
}

const keyOf = (document: string): string => `cyclewright.rehearsal.${document}`;

/** Null when nothing was kept, or what was kept is of an older form. */
export function readWalk(document: string, storage: Pick<Storage, 'getItem'> = sessionStorage): Walk | null {
  try {
    const parsed = scenarioSchema.safeParse(JSON.parse(storage.getItem(keyOf(document)) ?? 'null'));
    return parsed.success ? { given: parsed.data.given ?? {}, steps: parsed.data.when ?? [] } : null;
  } catch {
    return null;
  }
}

/** A tab whose storage is full or forbidden rehearses all the same, and forgets at a reload. */
export function keepWalk(
  document: string,
  { given, steps }: Walk,
  storage: Pick<Storage, 'setItem'> = sessionStorage,
): void {
  try {
    storage.setItem(keyOf(document), JSON.stringify({ name: t('Rehearsal'), given, when: steps }));
  } catch {
    // Nothing is lost that the person could not do again.
  }
}
