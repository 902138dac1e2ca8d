// What a screen says where the server did not give what it asked for.
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RequestError } from '../../../editor/app/api/request.ts';
import { Failure } from '../../../editor/app/parts/Failure.tsx';

const said = (status: number): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <Failure
        error={new RequestError({ type: 'any', title: 'No', status, detail: 'This is why.' })}
        onRetry={() => undefined}
      />
    </MantineProvider>,
  );

test.each([
  ['to who is not connected', 0, true],
  ['where the server met a fault of its own', 500, true],
  ['never to who may not, whom it would answer the same', 403, false],
])('another try is offered %s', (_where, status, isOffered) => {
  expect(said(status)).toContain('This is why.');
  expect(said(status).includes('Try again')).toBe(isOffered);
});

test('what the sentence says already is not said below it again; what it does not say is', () => {
  const errors = ['At least three goals.', 'From plan to observe this must hold: round > 1'].map(
    (detail) => ({
      pointer: '',
      detail,
    }),
  );
  const told = renderToStaticMarkup(
    <MantineProvider>
      <Failure
        error={
          new RequestError({
            ...{ type: 'any', title: 'No', status: 409, errors },
            detail: 'One of these must hold first: “At least three goals” · “round > 1”.',
          })
        }
      />
    </MantineProvider>,
  );
  expect(told.split('At least three goals')).toHaveLength(2);
  expect(told).toContain('From plan to observe');
});

test('a field, of a task’s form too, is not pointed at where the sentence says what is wrong; a place in a document is', () => {
  const told = (pointer: string): string =>
    renderToStaticMarkup(
      <MantineProvider>
        <Failure
          error={
            new RequestError({
              ...{ type: 'any', title: 'No', status: 422 },
              detail: 'Less is better here. Nothing was changed.',
              errors: [{ pointer, detail: 'Less is better here.' }],
            })
          }
        />
      </MantineProvider>,
    );
  expect(told('/standards')).not.toContain('/standards');
  expect(told('/result/standards/0/standards')).not.toContain('/standards');
  expect(told('/stages/plan/tasks/0')).toContain('/stages/plan/tasks/0');
});
