// What a standard would move if it were set: asked of the server, which scores the organisation with both.
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { curveOf, type Measure } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import type { WhatWouldMove } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { scoreText } from '../../app/words/score.ts';
import { t } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';

type Moved = WhatWouldMove['items'][number];

function Figures({ score, outcome }: Moved['before']) {
  return <OutcomeBadge size="sm" outcome={outcome} detail={score === null ? undefined : scoreText(score)} />;
}

function Answer({ items }: WhatWouldMove) {
  if (items.length === 0)
    return <Text size="sm">{t('With the figures of this period every score stays as it is.')}</Text>;
  return (
    <Table aria-label={t('What would move')}>
      <Table.Tbody>
        {items.map(({ component, before, after }) => (
          <Table.Tr key={component.id}>
            <Table.Th scope="row">{component.name}</Table.Th>
            <Table.Td>
              <Group gap="xs">
                <Figures {...before} />
                <Group gap="xs" wrap="nowrap">
                  <span aria-hidden>→</span>
                  <Figures {...after} />
                </Group>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Nothing is asked of a standard that the rules refuse: the advice beside says why. */
const isRefused = ({ standards, direction }: Measure): boolean =>
  standards !== null && curveOf(standards, direction).kind === 'refused';

/** The measure as it is being written. */
export function WhatIf({ measure }: { measure: Measure }) {
  const { id, standards } = measure;
  const asked = JSON.stringify(standards);
  const question = useMutation({
    mutationFn: async () => ({
      asked,
      answer: await post<WhatWouldMove>(`/measures/${encodeURIComponent(id)}/what-if`, { standards }),
    }),
  });
  const { status } = question;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // While it waited the button could not keep the focus.
    if (status === 'success' && document.activeElement === document.body)
      button.current?.focus({ preventScroll: true });
  }, [status]);
  const isCurrent = question.data?.asked === asked;
  return (
    <Stack gap="xs" align="flex-start" aria-live="polite">
      <Button
        ref={button}
        variant="default"
        size="xs"
        leftSection={<IconArrowsDiff size={16} aria-hidden />}
        loading={question.isPending}
        disabled={isRefused(measure)}
        onClick={() => question.mutate()}
      >
        {t('What would move?')}
      </Button>
      {question.isError && <Failure error={question.error} />}
      {isCurrent && question.data && <Answer {...question.data.answer} />}
    </Stack>
  );
}
