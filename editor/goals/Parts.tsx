// The parts of a component, lowest score first.

import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rollUpQuery } from '../app/api/report-queries.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { Withheld } from '../app/parts/Withheld.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import classes from './goals.module.css';

const mostShown = 12;

interface Props {
  componentId: string;
  /** It has goals of its own as well; else its parts make up its score. */
  hasGoals: boolean;
}

export function Parts({ componentId, hasGoals }: Props) {
  const rollUp = useQuery(rollUpQuery(componentId)).data;
  const parts = (rollUp?.items ?? []).filter((item) => item.parentId === componentId);
  if (parts.length === 0) return null;
  const worst = [...parts].sort((a, b) => (a.score ?? 999) - (b.score ?? 999)).slice(0, mostShown);
  return (
    <section className={classes.card} aria-label={t('Its parts')}>
      <Title order={2} size="h4">
        {t('Its parts')}
      </Title>
      <Text size="sm" c="var(--cw-muted)" mb="xs">
        {hasGoals
          ? t('Lowest first.')
          : t('It has no goals of its own; its parts make up its score. Lowest first.')}
      </Text>
      <Stack gap={8}>
        {worst.map((part) => (
          <Group key={part.componentId} justify="space-between" wrap="nowrap">
            <AnchorLink
              to="/organisation/$componentId"
              params={{ componentId: part.componentId }}
              size="sm"
              truncate
              title={part.name}
            >
              {part.name}
            </AnchorLink>
            {part.withheld ? (
              <Withheld />
            ) : (
              <OutcomeBadge
                outcome={part.outcome}
                detail={part.score === null ? undefined : scoreText(part.score)}
              />
            )}
          </Group>
        ))}
      </Stack>
      {parts.length > worst.length && (
        <Text size="xs" c="var(--cw-muted)" mt={6}>
          {t("{count} more on the component's page.", { count: parts.length - worst.length })}
        </Text>
      )}
    </section>
  );
}
