// What may be done with a task besides answering it: giving it to somebody else, and not answering as a rater.
import { Group } from '@mantine/core';
import { Suspense } from 'react';
import type { TaskDetail } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { t } from '../language/index.ts';
import { GiveTask } from './GiveTask.tsx';

const Decline = latePart(async () => (await import('./raters/Decline.tsx')).Decline);

/** What has nobody is given away where that is said. */
const isGivenHere = (task: TaskDetail): boolean => task.mayPassOn && !(task.mayClaim && task.unplaced);

export function TaskActs({ task }: { task: TaskDetail }) {
  return (
    <Group>
      {isGivenHere(task) && (
        <GiveTask task={task} words={t('Give to somebody else')} variant="subtle" color="gray" size="xs" />
      )}
      <Suspense>{task.mayDecline && <Decline task={task} />}</Suspense>
    </Group>
  );
}
