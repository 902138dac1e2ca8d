// Somebody else saved the draft first: what each of the two changed, merged where it can be, chosen where it cannot.
// Whatever is taken is a step, so that undo brings the other back.
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Cycle, compareCycles } from '../../engine/index.ts';
import type { Choices, Side } from '../document/merge/conflict.ts';
import { mergeCycles } from '../document/merge/merge-cycles.ts';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { ChooseSide } from './ChooseSide.tsx';
import type { DraftSession } from './draft-session.ts';
import classes from './safe.module.css';
import { WhatChanged } from './WhatChanged.tsx';

interface Props {
  session: DraftSession;
  base: Cycle;
  document: Cycle;
  etag: string | null;
  /** Who saved it, when that is known. */
  who: string;
}

export function ConflictDialog({ session, base, document: theirs, etag, who }: Props) {
  const mine = session.store.get().cycle;
  const [choices, setChoices] = useState<Choices>(new Map());
  const merged = useMemo(() => mergeCycles({ base, mine, theirs }, choices), [base, mine, theirs, choices]);
  const changes = useMemo(
    () => ({ mine: compareCycles(base, mine), theirs: compareCycles(base, theirs) }),
    [base, mine, theirs],
  );
  const { conflicts } = merged;
  const open = conflicts.filter(({ key }) => !choices.has(key)).length;
  const settle = (...ways: Cycle[]) => session.settle(ways, { document: theirs, etag });
  const choose = (key: string, side: Side) => setChoices(new Map([...choices, [key, side]]));
  return (
    <Dialog
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      size={760}
      title={t('{who} changed this draft while you did', { who })}
    >
      <Stack gap="md">
        <Text size="sm">
          {t('Your changes are kept in this browser and not saved yet.')}{' '}
          {conflicts.length === 0
            ? t('You changed different things, so both fit together.')
            : t(
                'Both of you changed {count, plural, one {the same thing} other {# things}}: choose whose it is. Everything else fits together.',
                { count: conflicts.length },
              )}
        </Text>
        <div className={classes.sides}>
          <WhatChanged title={t('{who} changed', { who })} differences={changes.theirs} />
          <WhatChanged title={t('You changed')} differences={changes.mine} />
        </div>
        {conflicts.length > 0 && (
          <section aria-label={t('Both changed')}>
            <Group gap="xs" mb={4}>
              <Title order={3} size="h6">
                {t('Both changed')}
              </Title>
              {open > 0 && (
                <Badge variant="light" color="orange" tt="none">
                  {t('{open} to choose', { open })}
                </Badge>
              )}
            </Group>
            <ul className={classes.conflicts}>
              {conflicts.map((conflict) => (
                <ChooseSide
                  key={conflict.key}
                  conflict={conflict}
                  who={who}
                  cycles={[base, mine, theirs]}
                  side={choices.get(conflict.key) ?? null}
                  onChoose={(side) => choose(conflict.key, side)}
                />
              ))}
            </ul>
          </section>
        )}
        <Group justify="space-between" className={classes.acts}>
          <Group gap="xs">
            <Button variant="default" onClick={() => settle(theirs)}>
              {t('Take theirs')}
            </Button>
            <Button variant="default" onClick={() => settle(theirs, mine)}>
              {t('Keep mine')}
            </Button>
          </Group>
          <Button data-autofocus disabled={open > 0} onClick={() => settle(merged.cycle)}>
            {t('Keep both, merged')}
          </Button>
        </Group>
        <Text size="xs" c="var(--cw-muted)">
          {t('Nothing is lost: undo brings back what you did not take.')}
        </Text>
      </Stack>
    </Dialog>
  );
}
