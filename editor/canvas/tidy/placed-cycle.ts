// A cycle with places for its stages: its own, or those of a tidy layout when it came without.
import type { Cycle } from '../../../engine/index.ts';
import { applyCommand } from '../../document/apply-command.ts';
import { hasPlaces } from '../../document/layout.ts';

export async function placedCycle(cycle: Cycle): Promise<Cycle> {
  if (hasPlaces(cycle)) return cycle;
  const { tidyLayout } = await import('./tidy-layout.ts');
  const result = applyCommand(cycle, { type: 'tidy', layout: await tidyLayout(cycle) });
  return result.kind === 'applied' ? result.cycle : cycle;
}
