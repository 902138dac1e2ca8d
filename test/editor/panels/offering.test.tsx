// What is offered while an expression is written, as soon as the field for it is there.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Editing, EditingContext } from '../../../editor/panels/editing.ts';
import { loadReader, useOffering } from '../../../editor/panels/use-offering.ts';
import { makeCycle } from '../../support/given.ts';

function Field() {
  const field = { current: null };
  const { known } = useOffering({ text: '', isWritten: true, field, type: () => undefined });
  return known ? <p>offers</p> : <p>waits</p>;
}

const cycle = makeCycle({ initial: 'done', stages: { done: { type: 'final' } } });

const drawn = () =>
  renderToStaticMarkup(
    <EditingContext value={{ cycle } as Editing}>
      <Field />
    </EditingContext>,
  );

test('only the first expression waits for what reads it: the next field offers with its first letter', async () => {
  expect(drawn()).toBe('<p>waits</p>');
  await loadReader();
  expect(drawn()).toBe('<p>offers</p>');
});
