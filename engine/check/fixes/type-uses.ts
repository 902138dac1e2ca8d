// Where a type of the cycle is used: as the type of a column, a decision or another type, and by `instance of`. What
// changes along with its name.
import { type DecisionText, textsOfDecision, textsOfTypes } from '../../decision/decision-texts.ts';
import { renameTypeInFeel } from '../../expression/rename-in-feel.ts';
import { scopeNames } from '../../expression/scope.ts';
import type { Cycle } from '../../model/cycle.ts';
import { pointerTo } from '../../model/pointer.ts';
import type { DocumentCommand } from '../../model/problem.ts';
import { replace } from './edits.ts';

const namesOf = ({ variables = {}, decisions = {}, types = {} }: Cycle): string[] => [
  ...scopeNames.map(({ name }) => name),
  ...[variables, decisions, types].flatMap((named) => Object.keys(named)),
];

function renamed({ text, kind }: DecisionText, names: readonly string[], from: string, to: string): string {
  if (kind === 'type') return text === from ? to : text;
  return kind === 'words' ? text : renameTypeInFeel(text, { dialect: kind, names, from, to });
}

/** Every other text of the cycle that says the type, with the new name in it. */
export function typeRenames(cycle: Cycle, from: string, to: string): DocumentCommand[] {
  const names = namesOf(cycle);
  const texts = [
    ...textsOfTypes(cycle),
    ...Object.keys(cycle.decisions ?? {}).flatMap((name) => textsOfDecision(cycle, name)),
  ];
  return texts.flatMap((each) => {
    const next = renamed(each, names, from, to);
    return next === each.text ? [] : [replace(pointerTo(...each.path), next)];
  });
}

/** JSON Pointers of the texts that say it. */
export const typeUses = (cycle: Cycle, name: string): string[] =>
  typeRenames(cycle, name, `${name} `).map(({ path }) => path);
