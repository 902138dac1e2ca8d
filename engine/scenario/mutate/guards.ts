// The guards of a cycle that decide something: of the transitions that can be taken, and of actions.
import type { ActionAt, TransitionAt } from '../../check/placed.ts';
import type { PlacedText } from './edit.ts';

/** A guard that always holds decides nothing. */
const decides = (guard: string | undefined): guard is string =>
  guard !== undefined && guard.trim() !== 'true';

export function guardOf({ transition: { guard }, place, stage }: TransitionAt): PlacedText[] {
  return decides(guard) ? [{ pointer: `/${place}/guard`, text: guard, stage }] : [];
}

export function guardOfAction({ action: { guard }, place, stage }: ActionAt): PlacedText[] {
  return decides(guard) ? [{ pointer: `/${place}/guard`, text: guard, stage }] : [];
}
