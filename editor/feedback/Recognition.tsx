// The wall of recognition: rewards that those who got them want to be seen, and one's own with that decision.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, post } from '../app/api/request.ts';
import { rewardsQuery } from '../app/api/reward-queries.ts';
import type { Reward } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { useMe } from '../app/parts/use-permissions.ts';
import { moneyText } from '../budgets/money.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import classes from './feedback.module.css';

const at = (id: string, what: string) => `/rewards/${encodeURIComponent(id)}/${what}`;

function useThenReload<Wish>(wish: (given: Wish) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: wish,
    onSuccess: () => client.invalidateQueries({ queryKey: ['rewards'] }),
    onError: toldFailure,
  });
}

function What({ reward }: { reward: Reward }) {
  const { title, person, component } = reward;
  const who = person?.name ?? component.name;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" style={{ minWidth: 0 }}>
      <StageKindIcon kind="reward" labelled />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Text span fw={600} inherit>
          {who === component.name
            ? who
            : t('{person}, {component}', { person: who, component: component.name })}
        </Text>
        {': '}
        {title}
        {reward.amount !== null && `, ${moneyText(reward.amount, reward.currency)}`}{' '}
        <Text span size="xs" c="var(--cw-muted)" style={{ whiteSpace: 'nowrap' }}>
          <TimeText at={reward.at} />
        </Text>
      </Text>
    </Group>
  );
}

function Own({ reward }: { reward: Reward }) {
  const say = useThenReload((shown: boolean) =>
    ask(`/api/v1${at(reward.id, 'consent')}`, { method: 'PUT', body: { shown } }),
  );
  const { shown, decided } = reward;
  return (
    <li className={classes.item}>
      <What reward={reward} />
      <Group gap={8} mt={8} justify="space-between">
        <Text size="xs" c="var(--cw-muted)">
          {shown
            ? t('Everybody sees it on the wall.')
            : decided
              ? t('Only you and who sees the plan know of it.')
              : t('It is shown to nobody until you say so.')}
        </Text>
        <Group gap={6}>
          {!shown && (
            <Button
              size="compact-sm"
              variant="default"
              loading={say.isPending}
              onClick={() => say.mutate(true)}
            >
              {t('Show it to everybody')}
            </Button>
          )}
          {(shown || !decided) && (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={say.isPending}
              onClick={() => say.mutate(false)}
            >
              {shown ? t('Take it off the wall') : t('Keep it to yourself')}
            </Button>
          )}
        </Group>
      </Group>
    </li>
  );
}

function OnTheWall({ reward }: { reward: Reward }) {
  const me = useMe();
  const join = useThenReload(() => post(at(reward.id, 'thanks')));
  const { thanks, thanked, person } = reward;
  return (
    <li className={classes.item}>
      <What reward={reward} />
      <Group gap={8} mt={8}>
        {thanks > 0 && (
          <Text size="xs" c="var(--cw-muted)">
            {thanked
              ? t(
                  '{others, plural, =0 {You join in} one {You and # other join in} other {You and # others join in}}',
                  {
                    others: thanks - 1,
                  },
                )
              : t('{count, plural, one {# person joins in} other {# people join in}}', { count: thanks })}
          </Text>
        )}
        {!thanked && person?.id !== me.id && (
          <Button
            size="compact-sm"
            variant="default"
            loading={join.isPending}
            onClick={() => join.mutate(undefined)}
          >
            {t('Congratulate')}
          </Button>
        )}
      </Group>
    </li>
  );
}

export function Recognition() {
  const own = useQuery(rewardsQuery('mine')).data ?? [];
  return (
    <Stack gap="lg">
      {own.length > 0 && (
        <section aria-label={t('Your rewards')}>
          <Title order={2} size="h4" mb="xs">
            {t('Your rewards')}
          </Title>
          <ul className={classes.list}>
            {own.map((reward) => (
              <Own key={reward.id} reward={reward} />
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('On the wall')}>
        <Title order={2} size="h4" mb="xs">
          {t('On the wall')}
        </Title>
        <Loaded query={useQuery(rewardsQuery('wall'))}>
          {(rewards) =>
            rewards.length === 0 ? (
              <EmptyState icon={IconTrophy} title={t('Nothing on the wall yet')}>
                {t('A reward stands here once whoever got it wants it to be seen.')}
              </EmptyState>
            ) : (
              <ul className={classes.list}>
                {rewards.map((reward) => (
                  <OnTheWall key={reward.id} reward={reward} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </section>
    </Stack>
  );
}
