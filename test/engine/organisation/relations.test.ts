import { describe, expect, test } from 'vitest';
import { lineOfManagers, managerLevel } from '../../../engine/index.ts';

describe('the line of managers', () => {
  const who = (ownerId: string | null, managerId: string | null) => ({ ownerId, managerId });

  test("starts with the component's own manager and ends with the owner of the whole", () => {
    expect(lineOfManagers([who('pat', 'deputy'), who('chief', 'director'), who('mayor', null)])).toEqual([
      'deputy',
      'director',
      'mayor',
    ]);
  });
  test('leaves out the owner, because nobody appraises themselves', () => {
    expect(lineOfManagers([who('sue', 'sue'), who('chief', 'deputy')])).toEqual(['deputy', 'chief']);
  });
  test('is the owner when there is nobody else', () => {
    expect(lineOfManagers([who('sue', 'sue')])).toEqual(['sue']);
  });
  test('is empty for an owner whom nobody manages', () => {
    expect(lineOfManagers([who('mayor', null)])).toEqual([]);
    expect(lineOfManagers([])).toEqual([]);
  });
});

test.each([
  ['manager', 1],
  ['manager.manager', 2],
  ['manager.manager.manager', 3],
  ['owner', 0],
  ['managers', 0],
])('%s is level %i', (relation, level) => {
  expect(managerLevel(relation)).toBe(level);
});
