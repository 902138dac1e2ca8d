// Facts as name and value, one per line.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './settings.module.css';

export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="var(--cw-muted)">
            {name}
          </Text>
          <Text component="dd">{value}</Text>
        </div>
      ))}
    </dl>
  );
}
