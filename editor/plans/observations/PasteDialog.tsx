// Values from a spreadsheet: pasted, looked at row by row, and recorded without the bad rows once that is confirmed.
import { Alert, Button, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { post } from '../../app/api/request.ts';
import type { NewObservation } from '../../app/api/wire.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { told } from '../../app/parts/told.ts';
import { shortDate } from '../../app/words/due.ts';
import { withUnit } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { type Known, type PastedRow, readPaste } from './paste-rows.ts';

interface Props extends Known {
  onClose: () => void;
}

function useRecordingAll(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (observations: NewObservation[]) => post('/observations', observations),
    onSuccess: async (_, observations) => {
      told(
        t('{count, plural, one {# observation is recorded.} other {# observations are recorded.}}', {
          count: observations.length,
        }),
      );
      onDone();
      for (const key of ['observations', 'plans', 'reports'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

function whatOf({ observation, corrects, problem }: PastedRow, unit: string): string {
  if (!observation) return problem ?? '';
  return corrects ? t('Corrects {value}', { value: withUnit(corrects.value, unit) }) : t('Is recorded');
}

function Preview({ rows, measures }: { rows: PastedRow[] } & Pick<Known, 'measures'>) {
  return (
    <Table.ScrollContainer
      minWidth={480}
      mah={280}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('Preview')}
    >
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {[t('Row'), t('Measure'), t('Period'), t('Value'), t('What happens')].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const { line, cells, observation } = row;
            const measure = measures.find(({ id }) => id === observation?.measureId);
            return (
              <Table.Tr key={line} data-bad={!observation || undefined}>
                <Table.Td>{line}</Table.Td>
                {observation ? (
                  <>
                    <Table.Td>{measure?.title}</Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      {shortDate(observation.periodStart)} – {shortDate(observation.periodEnd)}
                    </Table.Td>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>
                      {withUnit(observation.value, measure?.unit ?? '')}
                    </Table.Td>
                  </>
                ) : (
                  <Table.Td colSpan={3}>{cells.join(' · ')}</Table.Td>
                )}
                <Table.Td c={observation ? undefined : 'var(--cw-danger)'}>
                  {whatOf(row, measure?.unit ?? '')}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function PasteDialog({ measures, observations, onClose }: Props) {
  const [text, setText] = useState('');
  const rows = useMemo(() => readPaste(text, { measures, observations }), [text, measures, observations]);
  const record = useRecordingAll(onClose);
  const good = rows.flatMap(({ observation }) => (observation ? [observation] : []));
  const bad = rows.length - good.length;
  return (
    <Dialog opened onClose={onClose} title={t('Paste values')} size="xl">
      <Stack>
        <Textarea
          label={t('Rows from a spreadsheet or a CSV file')}
          description={t('Measure, from, to, value; with or without a row of headings.')}
          data-autofocus
          autosize
          minRows={4}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {rows.length > 0 && <Preview rows={rows} measures={measures} />}
        {bad > 0 && (
          <Alert color="yellow" role="status">
            {t(
              '{bad, plural, one {# row cannot be recorded and is left out.} other {# rows cannot be recorded and are left out.}}',
              {
                bad,
              },
            )}
          </Alert>
        )}
        {record.isError && <Failure error={record.error} />}
        <Group justify="flex-end">
          <Text size="sm" c="var(--cw-muted)" style={{ flex: 1 }}>
            {t('Nothing is recorded before you confirm.')}
          </Text>
          <Button disabled={good.length === 0} loading={record.isPending} onClick={() => record.mutate(good)}>
            {t('{count, plural, =0 {Record values} one {Record # value} other {Record # values}}', {
              count: good.length,
            })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
