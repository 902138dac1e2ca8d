// What was observed: value, period, where it comes from and who entered it; corrections stay visible.
import { Badge, Button, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { Measure, Observation } from '../../engine/index.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { withUnit } from '../goals/track-of.ts';
import { t } from '../language/index.ts';
import classes from './plans.module.css';
import { RecordDialog } from './RecordDialog.tsx';

const mostShown = 60;

const statusWords: Record<Observation['status'], string> = {
  provisional: t('provisional'),
  verified: t('verified'),
  void: t('void'),
};

function Line({
  one,
  measure,
  corrected,
}: {
  one: Observation;
  measure: Measure | undefined;
  corrected: boolean;
}) {
  return (
    <Table.Tr>
      <Table.Td>{measure?.title ?? one.measureId}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap', textDecoration: corrected ? 'line-through' : undefined }}>
        {one.value === null && one.numerator !== null
          ? `${one.numerator} / ${one.denominator}`
          : withUnit(one.value, measure?.unit ?? '')}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {shortDate(one.periodStart)} – {shortDate(one.periodEnd)}
      </Table.Td>
      <Table.Td>
        {corrected ? (
          <Badge size="sm" miw="max-content" color="gray" variant="light">
            {t('Corrected')}
          </Badge>
        ) : (
          <Badge
            size="sm"
            miw="max-content"
            color={one.status === 'verified' ? 'teal' : 'yellow'}
            variant="light"
          >
            {statusWords[one.status]}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        {one.source} · {one.enteredBy}, <TimeText at={one.at} />
      </Table.Td>
    </Table.Tr>
  );
}

export function Observations({
  measures,
  observations,
}: {
  measures: Measure[];
  observations: Observation[];
}) {
  const [opened, dialog] = useDisclosure(false);
  const may = useMay();
  const superseded = new Set(observations.map((one) => one.supersedes));
  const latest = [...observations].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, mostShown);
  const canRecord = may('observations.record') && measures.length > 0;
  return (
    <section className={classes.panel} aria-label={t('Observations')}>
      <div style={{ display: 'flex', justifyContent: 'space-between', marginBottom: 8 }}>
        <Title order={3}>{t('Observations')}</Title>
        {canRecord && (
          <Button
            className={classes.noPrint}
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={dialog.open}
          >
            {t('Record an observation')}
          </Button>
        )}
      </div>
      {latest.length === 0 ? (
        <Text size="sm" c="var(--cw-muted)">
          {t(
            'Nothing is recorded yet. What is not observed is left out of the score; it never counts as zero.',
          )}
        </Text>
      ) : (
        <Table.ScrollContainer
          minWidth={560}
          type="native"
          tabIndex={0}
          role="region"
          aria-label={t('Table of observations')}
        >
          <Table fz="sm" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {[t('Measure'), t('Value'), t('Period'), t('Status'), t('Where from')].map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {latest.map((one) => (
                <Line
                  key={one.id}
                  one={one}
                  measure={measures.find(({ id }) => id === one.measureId)}
                  corrected={superseded.has(one.id)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {canRecord && (
        <RecordDialog
          opened={opened}
          onClose={dialog.close}
          measures={measures}
          observations={observations}
        />
      )}
    </section>
  );
}
