// Takes the link of a goal to one above away, and says first what that means.
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Goal } from '../../../engine/index.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { withoutLink } from '../alignments.ts';
import { goalsNearQuery } from '../goal-queries.ts';
import { LinkFoot } from './LinkFoot.tsx';
import { useLinking } from './use-linking.ts';

export interface UnlinkWish {
  componentId: string;
  goalId: string;
  parent: { id: string; title: string };
}
interface Props {
  wish: UnlinkWish;
  onClose: () => void;
}

function UnlinkForm({
  goal,
  parent,
  onClose,
}: {
  goal: Goal;
  parent: UnlinkWish['parent'];
  onClose: () => void;
}) {
  const linking = useLinking(onClose);
  const left = withoutLink(goal.alignments, parent.id);
  const counts = goal.alignments.some(
    ({ parentGoalId, mode }) => parentGoalId === parent.id && mode === 'contributes',
  );
  const { title } = goal;
  return (
    <Stack>
      <Text size="sm">
        {counts
          ? t('“{goal}” stays, and counts no longer in the score of “{above}”.', {
              goal: title,
              above: parent.title,
            })
          : t('“{goal}” stays, and is no longer shown under “{above}”.', {
              goal: title,
              above: parent.title,
            })}
        {left.length === 0 && ` ${t('It then serves no goal above.')}`}
      </Text>
      <LinkFoot
        isFirst
        act={t('Unlink')}
        linking={linking}
        onClose={onClose}
        onAct={(reason) =>
          linking.mutate({
            ...{ goal, reason, alignments: left },
            said: t('“{goal}” no longer serves “{above}”.', { goal: title, above: parent.title }),
          })
        }
      />
    </Stack>
  );
}

export function UnlinkDialog({ wish: { componentId, goalId, parent }, onClose }: Props) {
  const goals = useQuery(goalsNearQuery(componentId));
  return (
    <Dialog opened onClose={onClose} title={t('Unlink a goal')}>
      <Loaded query={goals} lines={3}>
        {(known) => {
          const goal = known.find(({ id }) => id === goalId);
          return goal && <UnlinkForm {...{ goal, parent, onClose }} />;
        }}
      </Loaded>
    </Dialog>
  );
}
