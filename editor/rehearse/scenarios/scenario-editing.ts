// What every field of a scenario is given: the scenario, its place, and how to change it.
import type { z } from 'zod';
import { type Cycle, inPlainWords, type Scenario } from '../../../engine/index.ts';
import type { Applied } from '../../document/command.ts';
import { retell, t } from '../../language/index.ts';

export interface ScenarioEditing {
  cycle: Cycle;
  scenario: Scenario;
  index: number;
  /** Changes with the same burst are one undo step. */
  set(scenario: Scenario, burst?: string): Applied;
  disabled: boolean;
}

const refused = (reason: string): Applied => ({ kind: 'refused', reason });

/** JSON typed into a field: nothing typed is nothing there. */
export function readJson<Read>(
  text: string,
  schema: z.ZodType<Read>,
  apply: (read: Read | undefined) => Applied,
): Applied {
  if (text.trim() === '') return apply(undefined);
  try {
    const parsed = schema.safeParse(JSON.parse(text), { error: inPlainWords });
    if (parsed.success) return apply(parsed.data);
    const [issue] = parsed.error.issues;
    return refused(`${issue?.path.join('/') || t('It')}: ${retell(issue?.message ?? '')}`);
  } catch {
    return refused(t('This is not yet JSON; it is kept here until it is.'));
  }
}

export const asJson = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2));
