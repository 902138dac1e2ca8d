// The plain frame of the screens before one is signed in.
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { BrandMark } from '../app/shell/brand.tsx';
import { LanguageChoice } from '../app/shell/LanguageChoice.tsx';
import classes from './setup.module.css';

export function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <BrandMark size={32} />
        Cyclewright
      </div>
      <Title order={1} ta="center" mb="xs">
        {title}
      </Title>
      {children}
      <div className={classes.language}>
        <LanguageChoice size="xs" />
      </div>
    </main>
  );
}
