import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { isSameButLayout } from '../../../editor/document/layout.ts';
import { smallCycle } from './fixture.ts';

function changedBy(command: Command) {
  const result = applyCommand(smallCycle, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
}

describe('two cycles say the same', () => {
  test('when only their stages lie elsewhere', () => {
    const [stage = ''] = Object.keys(smallCycle.stages);
    const moves = [{ stage, inside: null, at: { x: 480, y: 240 } }];
    expect(isSameButLayout(smallCycle, changedBy({ type: 'move-stages', moves }))).toBe(true);
    const { layout: _layout, ...nowhere } = smallCycle;
    expect(isSameButLayout(smallCycle, nowhere)).toBe(true);
  });
  test('not when a stage has another name', () => {
    const [stage = ''] = Object.keys(smallCycle.stages);
    expect(isSameButLayout(smallCycle, changedBy({ type: 'rename-stage', stage, name: 'Anew' }))).toBe(false);
  });
  test('not when one says something that the other does not', () => {
    const described = { ...smallCycle, description: 'For teams' };
    const { description: _description, ...plain } = described;
    expect(isSameButLayout(described, plain)).toBe(false);
    expect(isSameButLayout(plain, described)).toBe(false);
  });
});
