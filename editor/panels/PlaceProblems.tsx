// The problems of a place that no single field stands for, such as a stage that nothing leads to.
import { Alert } from '@mantine/core';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import { worstOf } from './problem-words.ts';

const colours = { error: 'red', warning: 'yellow', info: 'gray' };

export function PlaceProblems({ place }: { place: string }) {
  const { problems } = useEditing();
  const own = problems.filter(({ pointer }) => pointer === place);
  if (own.length === 0) return null;
  return (
    <Alert color={colours[worstOf(own) ?? 'info']} variant="light" p="xs" tabIndex={-1} data-pointer={place}>
      {problemsAt(problems, place)}
    </Alert>
  );
}
