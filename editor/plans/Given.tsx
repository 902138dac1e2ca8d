// Rewards that were given and interventions that were begun: with what was found and offered, the version of the plan
// that came of it, and the plans that it started.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { PlanDetail } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { shortDate } from '../app/words/due.ts';
import { t, tx } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import classes from './plans.module.css';

type Intervention = PlanDetail['interventions'][number];
type Linked = PlanDetail['started'][number];

function altersWords(alters: NonNullable<Intervention['alters']>): string {
  const { version, inForceAt } = alters;
  return inForceAt === null
    ? t('It altered the plan: version {version} is not signed by both sides yet.', { version })
    : t('It altered the plan: version {version} is scored by since {day}.', {
        version,
        day: shortDate(inForceAt),
      });
}

const Begun = ({ title, cause, analysis, support, at, alters }: Omit<Intervention, 'key'>) => (
  <Group gap={8} wrap="nowrap" align="flex-start">
    <StageKindIcon kind="intervene" labelled />
    <div className={classes.words}>
      <Text size="sm">
        {cause ? t('{title}, because of the {cause}', { title, cause }) : title}{' '}
        <Text span size="xs" c="var(--cw-muted)">
          <TimeText at={at} />
        </Text>
      </Text>
      {analysis && <Text size="sm">{analysis}</Text>}
      {support && <Text size="sm">{t('Support: {support}', { support })}</Text>}
      {alters && (
        <Text size="sm" c="var(--cw-muted)">
          {altersWords(alters)}
        </Text>
      )}
    </div>
  </Group>
);

const Link = ({ plan: { planId, cycleName } }: { plan: Linked }) => (
  <AnchorLink to="/plans/$planId" params={{ planId }} inherit>
    {cycleName}
  </AnchorLink>
);

/** Where it is, or how it came out. */
const Started = ({ plan }: { plan: Linked }) => (
  <Group gap={8} wrap="nowrap" align="flex-start">
    <StageKindIcon kind="intervene" labelled />
    <Text size="sm">
      {plan.status === 'ended'
        ? tx('{plan} ended: {stage}, {time}', {
            plan: <Link key="plan" plan={plan} />,
            stage: plan.stageName,
            time: <TimeText key="time" at={plan.movedAt} />,
          })
        : tx('{plan} is under way: {stage}', {
            plan: <Link key="plan" plan={plan} />,
            stage: plan.stageName,
          })}
    </Text>
  </Group>
);

export function Given({ plan }: { plan: PlanDetail }) {
  const { rewards, interventions, started, origin } = plan;
  if (rewards.length + interventions.length + started.length === 0 && origin === null) return null;
  return (
    <section className={classes.panel} aria-label={t('Rewards and interventions')}>
      <Title order={3} mb="xs">
        {t('Rewards and interventions')}
      </Title>
      <Stack gap={8}>
        {origin && (
          <Text size="sm">{tx('Started by {plan}', { plan: <Link key="plan" plan={origin} /> })}</Text>
        )}
        {rewards.map(({ key, title, at }) => (
          <Group key={key} gap={8} wrap="nowrap" align="flex-start">
            <StageKindIcon kind="reward" labelled />
            <Text size="sm">
              {title}{' '}
              <Text span size="xs" c="var(--cw-muted)">
                <TimeText at={at} />
              </Text>
            </Text>
          </Group>
        ))}
        {interventions.map(({ key, ...one }) => (
          <Begun key={key} {...one} />
        ))}
        {started.map((one) => (
          <Started key={one.planId} plan={one} />
        ))}
      </Stack>
    </section>
  );
}
