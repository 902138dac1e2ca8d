// Above the tasks: what somebody asks of the person, with how many there are.

import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberText } from '../language/index.ts';
import classes from './inbox.module.css';

interface Props {
  title: string;
  count: number;
  children: ReactNode;
}

export function AskedSection({ title, count, children }: Props) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes.section}>
        {title}
        <Badge size="xs" variant="light" color="gray">
          {numberText(count)}
        </Badge>
      </h2>
      <ul className={classes.asked}>{children}</ul>
    </section>
  );
}
