// What one person changed since both began, in sentences.
import { Text, Title } from '@mantine/core';
import { countAspects, type Difference } from '../../engine/index.ts';
import { retell, t } from '../language/index.ts';
import classes from './safe.module.css';

interface Props {
  title: string;
  differences: readonly Difference[];
}

const mostShown = 40;

export function WhatChanged({ title, differences }: Props) {
  const told = differences.filter(({ aspect }) => aspect !== 'layout');
  const { layout } = countAspects(differences);
  return (
    <section className={classes.side} aria-label={title}>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      {told.length + layout === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('Nothing that matters.')}
        </Text>
      )}
      <ul className={classes.changes}>
        {told.slice(0, mostShown).map(({ kind, old, new: now, field, message }) => (
          <li key={`${kind} ${old} ${now} ${field}`}>{retell(message)}</li>
        ))}
        {told.length > mostShown && <li>{t('{count} more', { count: told.length - mostShown })}</li>}
        {layout > 0 && (
          <li>
            {layout === 1
              ? t('One stage is drawn elsewhere.')
              : t('{layout} places on the canvas.', { layout })}
          </li>
        )}
      </ul>
    </section>
  );
}
