// What both sides have agreed, who signed it, what was changed since, and the earlier versions with their differences.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { planVersionsQuery } from '../../app/api/plan-queries.ts';
import type { PlanDetail, PlanVersions } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { t, tx } from '../../language/index.ts';
import classes from '../plans.module.css';
import styles from './agreement.module.css';
import { type Agreement, agreementOf, type Side } from './agreement-of.ts';
import { Changes } from './Changes.tsx';
import { Sides } from './Sides.tsx';
import { SignPlan } from './SignPlan.tsx';
import { changesBetween } from './version-words.ts';

const onlyWords = (only: Side, componentName: string): string =>
  only === 'component'
    ? t(
        'Its cycle asks for the signature of {component} alone. Until the manager signs as well, what the plan says now counts.',
        { component: componentName },
      )
    : t(
        'Its cycle asks for the manager’s signature alone. Until {component} signs as well, what the plan says now counts.',
        { component: componentName },
      );

function standing({ inForce, waiting, only }: Agreement, componentName: string): string {
  if (only && !inForce) return onlyWords(only, componentName);
  if (waiting && inForce)
    return t(
      'Version {waiting} was changed after the agreement and waits for both signatures. Until then version {inForce} counts.',
      {
        waiting: waiting.version,
        inForce: inForce.version,
      },
    );
  if (inForce)
    return t('Version {version} is in force: the score rests on it.', { version: inForce.version });
  if (waiting) return t('Version {version} is not agreed by both sides yet.', { version: waiting.version });
  return t('Nobody has agreed it yet. Until both sides have, what it says now counts.');
}

interface EarlierProps {
  versions: PlanVersions;
  componentName: string;
}

function Earlier({ versions: { items, asked }, componentName }: EarlierProps) {
  return items
    .map((version, index) => ({ version, before: items[index - 1] }))
    .toReversed()
    .slice(1)
    .map(({ version, before }) => (
      <details key={version.version} className={styles.version}>
        <summary>
          {t('Version {version}', { version: version.version })} · <TimeText at={version.at} />
        </summary>
        <Sides version={version} asked={asked} componentName={componentName} />
        {before && <Changes changes={changesBetween(before.document, version.document)} />}
      </details>
    ));
}

function Content({ plan, versions }: { plan: PlanDetail; versions: PlanVersions }) {
  const { items, now, asked } = versions;
  const agreement = agreementOf(versions);
  const { inForce, waiting, toSign } = agreement;
  const newest = items.at(-1) ?? null;
  const before = newest && items.at(-2);
  return (
    <Stack gap="xs">
      <Text size="sm" c="var(--cw-muted)">
        {standing(agreement, plan.componentName)}
      </Text>
      <Sides version={newest} asked={asked} componentName={plan.componentName} />
      {before && newest && (
        <>
          <Text size="sm" fw={600}>
            {tx('Changed by {person} on {time}', {
              person: newest.changedBy.name,
              time: <TimeText key="time" at={newest.at} />,
            })}
          </Text>
          <Changes
            changes={changesBetween((waiting && inForce ? inForce : before).document, newest.document)}
          />
        </>
      )}
      {toSign && plan.status === 'active' && (
        <SignPlan planId={plan.id} version={toSign.version} document={now} />
      )}
      <div className={classes.noPrint}>
        <Earlier versions={versions} componentName={plan.componentName} />
      </div>
    </Stack>
  );
}

/** Nothing was agreed, and there is nothing to agree on: no goal, or no time left for it. */
const isEmpty = ({ status }: PlanDetail, { items, now }: PlanVersions): boolean =>
  items.length === 0 && (now.goals.length === 0 || status !== 'active');

export function AgreementPanel({ plan }: { plan: PlanDetail }) {
  const query = useQuery(planVersionsQuery(plan.id));
  if (query.data && isEmpty(plan, query.data)) return null;
  const agreement = query.data && agreementOf(query.data);
  return (
    <section className={classes.panel} aria-label={t('Agreement')} tabIndex={-1}>
      <Group gap="xs" mb={4}>
        <Title order={3}>{t('Agreement')}</Title>
        {agreement?.inForce && !agreement.waiting && (
          <Badge variant="light" color="teal">
            {t('Version {version} agreed', { version: agreement.inForce.version })}
          </Badge>
        )}
        {agreement?.waiting && agreement.waitsFor.length > 0 && (
          <Badge variant="light" color="yellow">
            {t('Version {version} waits', { version: agreement.waiting.version })}
          </Badge>
        )}
      </Group>
      <Loaded query={query} lines={3}>
        {(versions) => <Content plan={plan} versions={versions} />}
      </Loaded>
    </section>
  );
}
