// Links a goal to one above it: which, counted or only shown, and with which share. Nothing changes before it is said here.
import { Select, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Component, Goal } from '../../../engine/index.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { useLineage } from '../../app/parts/use-lineage.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { goalsToServe } from '../alignments.ts';
import { goalsNearQuery } from '../goal-queries.ts';
import { LinkFields } from './LinkFields.tsx';
import { LinkFoot } from './LinkFoot.tsx';
import { type LinkChoice, type LinkWish, useLinkChoice } from './use-link-choice.ts';
import { useLinking } from './use-linking.ts';

interface Props {
  wish: LinkWish;
  onClose: () => void;
}
interface Known {
  goals: Goal[];
  components: readonly Component[];
}
/** Whether it comes with the dialog, or once what it needs has been read. */
const focused = { autoFocus: true, 'data-autofocus': true };
const percentOf = (share: number): number => Math.round(share * 10_000) / 100;

function Choices({ wish, choice, goals, components }: Pick<Props, 'wish'> & Known & { choice: LinkChoice }) {
  const { goal, parentId } = choice;
  const nameOf = (id: string) => components.find((one) => one.id === id)?.name ?? id;
  const isServed = (id: string) =>
    id !== parentId && goal?.alignments.some(({ parentGoalId }) => parentGoalId === id);
  const above = goalsToServe(wish.componentId, { goals, components }).filter(({ id }) => !isServed(id));
  const own = goals.filter(({ componentId }) => componentId === wish.componentId);
  return (
    <>
      {wish.goalId === undefined && (
        <Select
          label={t('Goal of {component}', { component: nameOf(wish.componentId) })}
          placeholder={t('Type to search')}
          {...focused}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('No goal fits')}
          data={own.map(({ id, title }) => ({ value: id, label: title }))}
          value={goal?.id ?? null}
          onChange={choice.chooseGoal}
        />
      )}
      <Select
        label={t('Serves')}
        description={t('Goals of the components above that it helps to reach')}
        placeholder={t('Type to search')}
        {...(wish.goalId !== undefined && focused)}
        openOnFocus={wish.parentGoalId === undefined}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage={t('No goal fits')}
        disabled={choice.hasLink}
        data={above.map((one) => ({ value: one.id, label: `${one.title} (${nameOf(one.componentId)})` }))}
        value={parentId}
        onChange={choice.setParentId}
      />
    </>
  );
}

/** Counting a result twice is somebody's to decide, as in the goal's own form: it is told, and not refused. */
function Share({ choice: { left, link, isOver } }: { choice: LinkChoice }) {
  if (left === 1) return null;
  return (
    <Text size="xs" c={isOver ? 'var(--cw-warning)' : 'var(--cw-muted)'} aria-live="polite">
      {isOver && link
        ? t('The shares add up to {percent} %, so that the goal counts more than once.', {
            percent: percentOf(1 - left + link.share),
          })
        : t('Other goals that it serves take {taken} %: {left} % is left.', {
            taken: percentOf(1 - left),
            left: percentOf(left),
          })}
    </Text>
  );
}

function LinkForm({ wish, goals, components, onClose }: Props & Known) {
  const choice = useLinkChoice(wish, goals);
  const { goal, link, replaced } = choice;
  const linking = useLinking(onClose);
  const titleOf = (id: string) => goals.find((one) => one.id === id)?.title ?? id;
  const save = (reason: string) => {
    if (!goal || !link) return;
    const { title } = goal;
    const above = titleOf(link.parentGoalId);
    const said = choice.hasLink
      ? t('The link of “{goal}” to “{above}” is changed.', { goal: title, above })
      : t('“{goal}” now serves “{above}”.', { goal: title, above });
    linking.mutate({ goal, reason, alignments: choice.alignments, said });
  };
  return (
    <Stack>
      {wish.goalId !== undefined && <Text fw={500}>{titleOf(wish.goalId)}</Text>}
      <Choices {...{ wish, choice, goals, components }} />
      {replaced !== undefined && (
        <Switch
          label={t('In place of “{goal}”', { goal: titleOf(replaced) })}
          description={t('It then serves that goal no longer.')}
          checked={choice.isInstead}
          onChange={(event) => choice.setInstead(event.currentTarget.checked)}
        />
      )}
      {link && (
        <>
          <LinkFields links={[link]} titleOf={titleOf} onChange={([next]) => choice.setTyped(next ?? null)} />
          <Share choice={choice} />
        </>
      )}
      <LinkFoot
        act={choice.hasLink ? t('Change the link') : t('Link')}
        linking={linking}
        disabled={!goal || !link}
        onClose={onClose}
        onAct={save}
      />
    </Stack>
  );
}

export function LinkDialog({ wish, onClose }: Props) {
  const goals = useQuery(goalsNearQuery(wish.componentId));
  const components = useLineage(wish.componentId);
  const ready = components.length > 0 ? goals : { ...goals, data: undefined };
  return (
    <Dialog opened onClose={onClose} title={t('Link a goal to one above')} size="lg">
      <Loaded query={ready} lines={4}>
        {(known) => <LinkForm {...{ wish, onClose, components }} goals={known} />}
      </Loaded>
    </Dialog>
  );
}
