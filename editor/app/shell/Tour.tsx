// A walk through the places of the application, a card beside each. The page behind stays usable; Escape ends the walk.
import { Button, CloseButton, Group, Paper, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../language/index.ts';
import classes from './shell.module.css';
import { tourFor } from './tour-steps.ts';
import { usePlaces } from './use-places.ts';

export function Tour({ onEnd }: { onEnd: () => void }) {
  const steps = tourFor(usePlaces());
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const step = steps[at];
  const to = step?.to;
  useEffect(() => {
    if (to) void navigate({ to }).then(() => heading.current?.focus());
  }, [to, navigate]);
  if (!step) return null;
  const isLast = at === steps.length - 1;
  return (
    <Paper
      component="section"
      aria-label={t('Tour')}
      className={classes.tour}
      shadow="lg"
      radius="md"
      p="md"
      withBorder
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Title order={2} size="h5" tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
          {step.title}
        </Title>
        <CloseButton size="sm" aria-label={t('End the tour')} onClick={onEnd} />
      </Group>
      <Text size="sm" mt={4} c="var(--cw-muted)">
        {step.words}
      </Text>
      <Group justify="space-between" mt="md">
        <Text size="xs" c="var(--cw-muted)">
          {t('{number} of {count}', { number: at + 1, count: steps.length })}
        </Text>
        <Group gap="xs">
          {at > 0 && (
            <Button size="xs" variant="default" onClick={() => setAt(at - 1)}>
              {t('Back')}
            </Button>
          )}
          <Button size="xs" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
            {isLast ? t('Done') : t('Next')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
