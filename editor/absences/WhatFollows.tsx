// What becomes of somebody's plans, tasks and reports once they have left, as things stand.
import { Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Leaving } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { leavingQuery } from './absence-queries.ts';
import classes from './absences.module.css';

interface Props {
  personId: string;
  name: string;
  /** The first day without them. */
  from: string;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {children}
    </div>
  );
}

function Plans({ plans }: Pick<Leaving, 'plans'>) {
  return (
    <ul className={classes.follows}>
      {plans.map(({ id, cycleName, component, ends }) => (
        <li key={id}>
          <AnchorLink to="/plans/$planId" params={{ planId: id }} size="sm">
            {cycleName}
            {'\u00a0· '}
            {component.name}
          </AnchorLink>
          <Badge size="xs" variant="light" color={ends ? 'gray' : 'yellow'}>
            {ends ? t('ends') : t('goes on')}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

const Names = ({ of }: { of: readonly { key: string; name: string }[] }) => (
  <ul className={classes.follows}>
    {of.map(({ key, name }) => (
      <li key={key}>
        <Text size="sm">{name}</Text>
      </li>
    ))}
  </ul>
);

function Found({ plans, tasks, manages }: Leaving) {
  const goOn = plans.some(({ ends }) => !ends);
  const handed = tasks.filter(({ ends }) => !ends);
  if (plans.length + tasks.length + manages.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('No plan, no open task and nobody who is managed: nothing else changes.')}
      </Text>
    );
  return (
    <Stack gap="sm">
      {plans.length > 0 && (
        <Part title={t('{count, plural, one {# plan} other {# plans}}', { count: plans.length })}>
          <Plans plans={plans} />
          {goOn && (
            <Text size="xs" c="var(--cw-muted)">
              {t('For what goes on, name who answers then, or cancel the plan.')}
            </Text>
          )}
        </Part>
      )}
      {handed.length > 0 && (
        <Part
          title={t(
            '{count, plural, one {# open task goes} other {# open tasks go}} to the next manager, or else to HR',
            { count: handed.length },
          )}
        >
          <Names
            of={handed.map(({ id, title, component }) => ({
              key: id,
              name: `${title}\u00a0· ${component.name}`,
            }))}
          />
        </Part>
      )}
      {manages.length > 0 && (
        <Part
          title={t('{count, plural, one {# component needs} other {# components need}} another manager', {
            count: manages.length,
          })}
        >
          <Names of={manages.map((name) => ({ key: name, name }))} />
        </Part>
      )}
    </Stack>
  );
}

export function WhatFollows({ personId, name, from }: Props) {
  const query = useQuery(leavingQuery(personId, from));
  return (
    <section
      className={classes.preview}
      aria-label={t('What follows when {person} leaves', { person: name })}
    >
      <Text size="xs" c="var(--cw-muted)" mb="xs">
        {t('What follows on {day}, as things stand', { day: shortDate(from) })}
      </Text>
      <Loaded query={query} lines={3}>
        {(found) => <Found {...found} />}
      </Loaded>
    </section>
  );
}
