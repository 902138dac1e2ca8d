import { expect, test } from 'vitest';
import { makeDocumentStore } from '../../../editor/document/document-store.ts';
import { cycleSchema, type Scenario } from '../../../engine/index.ts';
import { smallCycle } from './fixture.ts';

const first: Scenario = { name: 'It starts in its plan', then: { stage: 'plan' } };
const second: Scenario = { name: 'Time passes', when: [{ wait: 'P1D' }] };

function withBoth() {
  const store = makeDocumentStore(smallCycle);
  store.run({ type: 'add-scenario', scenario: first });
  store.run({ type: 'add-scenario', scenario: second });
  return store;
}
const longWait: Scenario = { ...second, when: [{ wait: 'P'.repeat(101) }] };
const namesIn = ({ get }: ReturnType<typeof withBoth>) => get().cycle.scenarios?.map(({ name }) => name);

test('scenarios are added, changed and taken away, each one step that undoes', () => {
  const store = withBoth();
  store.run({ type: 'set-scenario', index: 1, scenario: { ...second, name: 'A day passes' } });
  store.run({ type: 'remove-scenario', index: 0 });
  expect(namesIn(store)).toEqual(['A day passes']);
  expect(cycleSchema.parse(store.get().cycle)).toEqual(store.get().cycle);
  store.undo();
  expect(namesIn(store)).toEqual([first.name, 'A day passes']);
  store.undo();
  store.undo();
  expect(namesIn(store)).toEqual([first.name]);
  store.redo();
  expect(namesIn(store)).toEqual([first.name, second.name]);
});

test('the last one taken away leaves nothing behind in the document', () => {
  const store = makeDocumentStore(smallCycle);
  store.run({ type: 'add-scenario', scenario: first });
  store.run({ type: 'remove-scenario', index: 0 });
  expect(store.get().cycle).toEqual(smallCycle);
});

test.each([
  ['Another scenario is called "It starts in its plan".', { type: 'add-scenario', scenario: first }],
  ['A scenario needs a name', { type: 'add-scenario', scenario: { name: ' ' } }],
  [
    'when/0/wait: This has to have at most 100 characters',
    { type: 'set-scenario', index: 1, scenario: longWait },
  ],
  [
    'Another scenario is called',
    { type: 'set-scenario', index: 1, scenario: { ...second, name: first.name } },
  ],
  ['This scenario is not there any more.', { type: 'set-scenario', index: 2, scenario: { name: 'New' } }],
  ['This scenario is not there any more.', { type: 'remove-scenario', index: 2 }],
] as const)('refused with "%s", and the document stays', (reason, command) => {
  const store = withBoth();
  const before = store.get().cycle;
  const result = store.run(command);
  expect(result.kind === 'refused' && result.reason).toContain(reason);
  expect(store.get().cycle).toBe(before);
});
