// The help of the page that one is on, beside it. Escape closes it, and the focus goes back to where it was.
import { Drawer, Kbd, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useAddress } from '../app/parts/use-address.ts';
import { t } from '../language/index.ts';
import classes from './help.module.css';
import { helpFor, type KeyLine, keysFor } from './help-for.ts';
import { words } from './words.ts';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <Title order={3} size="h5" mb={6}>
      {title}
    </Title>
    {children}
  </section>
);

const Keys = ({ lines }: { lines: readonly KeyLine[] }) => (
  <dl className={classes.keys}>
    {lines.map(({ keys, words: does }) => (
      <div key={does}>
        <dt>{does}</dt>
        <dd>
          {keys.map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);

/** It is fetched when it is asked for: opened once it is there, so that it knows where the focus was. */
function useOpenedOnceThere(opened: boolean): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return there && opened;
}

export function HelpDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { path } = useAddress();
  const help = helpFor(path);
  return (
    <Drawer
      opened={useOpenedOnceThere(opened)}
      onClose={onClose}
      position="right"
      size="md"
      title={<Text fw={650}>{t('Help: {page}', { page: help.name })}</Text>}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Stack gap="lg">
        <Text>{help.purpose}</Text>
        <Part title={t('What one can do here')}>
          <ul className={classes.acts}>
            {help.acts.map((act) => (
              <li key={act}>{act}</li>
            ))}
          </ul>
        </Part>
        <Part title={t('Words')}>
          <dl className={classes.words}>
            {help.words.map((id) => (
              <div key={id}>
                <dt>{words[id].word}</dt>
                <dd>{words[id].meaning}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title={t('Keys')}>
          <Keys lines={keysFor(path)} />
        </Part>
      </Stack>
    </Drawer>
  );
}
