// What was observed: value, period, where it comes from and who entered it; corrections stay visible, and what is
// provisional is verified by somebody else.
import { Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { Measure, Observation, Period } from '../../../engine/index.ts';
import { post } from '../../app/api/request.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { latePart } from '../../app/parts/late-part.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { told } from '../../app/parts/told.ts';
import { useNames } from '../../app/parts/use-names.ts';
import { useMay, useMe } from '../../app/parts/use-permissions.ts';
import { shortDate } from '../../app/words/due.ts';
import { withUnit } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import classes from '../plans.module.css';
import { inOrder, isToVerify, type Shown, sourceWords } from './provenance.ts';

const RecordDialog = latePart(async () => (await import('./RecordDialog.tsx')).RecordDialog, {
  told: 'over',
});
const PasteDialog = latePart(async () => (await import('./PasteDialog.tsx')).PasteDialog, { told: 'over' });

/** The newest say the most; the others are one press away. */
const shownFirst = 10;

const statusWords: Record<Observation['status'], string> = {
  provisional: t('provisional'),
  verified: t('verified'),
  void: t('void'),
};

function useVerifying() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/observations/${encodeURIComponent(id)}/verify`, {}),
    onSuccess: async () => {
      told(t('The observation is verified.'));
      for (const key of ['observations', 'plans']) await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

interface LineProps {
  shown: Shown;
  measure: Measure | undefined;
  nameOf: (id: string) => string;
  onVerify: (() => void) | null;
  busy: boolean;
}

function Standing({ shown: { one, correctedBy, proposed }, onVerify, busy, measure }: LineProps) {
  if (correctedBy)
    return (
      <Badge size="sm" miw="max-content" color="gray" variant="light">
        {t('Corrected')}
      </Badge>
    );
  return (
    <Group gap={6} wrap="nowrap">
      <Badge
        size="sm"
        miw="max-content"
        color={one.status === 'verified' ? 'teal' : 'yellow'}
        variant="light"
      >
        {proposed ? t('proposed correction') : statusWords[one.status]}
      </Badge>
      {onVerify && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          className={classes.noPrint}
          aria-label={t('Verify {measure}, {value}', {
            measure: measure?.title ?? '',
            value: withUnit(one.value, measure?.unit ?? ''),
          })}
          onClick={onVerify}
        >
          {t('Verify')}
        </Button>
      )}
    </Group>
  );
}

function WhereFrom({ shown: { one }, nameOf }: Pick<LineProps, 'shown' | 'nameOf'>) {
  return (
    <Text size="xs" c="var(--cw-muted)">
      {sourceWords(one)} · {nameOf(one.enteredBy)}, <TimeText at={one.at} />
      {one.verifiedBy && one.verifiedAt && (
        <>
          {' · '}
          {t('verified by {person}', { person: nameOf(one.verifiedBy) })}, <TimeText at={one.verifiedAt} />
        </>
      )}
    </Text>
  );
}

function Line(props: LineProps) {
  const { measure, shown, nameOf } = props;
  const { one, correctedBy } = shown;
  const isOld = correctedBy !== null;
  return (
    <Table.Tr c={isOld ? 'var(--cw-muted)' : undefined}>
      <Table.Td miw={200} pl={isOld ? 24 : undefined}>
        {measure?.title ?? one.measureId}
        <WhereFrom shown={shown} nameOf={nameOf} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap', textDecoration: isOld ? 'line-through' : undefined }}>
        {one.value === null && one.numerator !== null
          ? `${one.numerator} / ${one.denominator}`
          : withUnit(one.value, measure?.unit ?? '')}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {shortDate(one.periodStart)} – {shortDate(one.periodEnd)}
      </Table.Td>
      <Table.Td>
        <Standing {...props} />
      </Table.Td>
    </Table.Tr>
  );
}

interface Props {
  measures: Measure[];
  observations: Observation[];
  /** Of the plan. */
  period: Period;
}

function Lines({ measures, observations }: Omit<Props, 'period'>) {
  const me = useMe();
  const may = useMay();
  const names = useNames(observations.flatMap(({ enteredBy, verifiedBy }) => [enteredBy, verifiedBy]));
  const verify = useVerifying();
  const [whole, open] = useDisclosure(false);
  const all = inOrder(observations);
  const left = whole ? 0 : Math.max(0, all.length - shownFirst);
  return (
    <>
      {verify.isError && <Failure error={verify.error} />}
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
              {[t('Measure'), t('Value'), t('Period'), t('Status')].map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.slice(0, all.length - left).map((shown) => (
              <Line
                key={shown.one.id}
                shown={shown}
                measure={measures.find(({ id }) => id === shown.one.measureId)}
                nameOf={(id) => names.get(id) ?? id}
                busy={verify.isPending && verify.variables === shown.one.id}
                onVerify={
                  may('goals.change') && isToVerify(shown, me.id) ? () => verify.mutate(shown.one.id) : null
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {left > 0 && (
        <Button variant="subtle" size="compact-sm" mt="xs" className={classes.noPrint} onClick={open.open}>
          {t('Show {count} more', { count: left })}
        </Button>
      )}
    </>
  );
}

export function Observations({ measures, observations, period }: Props) {
  const [opened, setOpened] = useState<'record' | 'paste' | null>(null);
  const may = useMay();
  const close = () => setOpened(null);
  const canRecord = may('observations.record') && measures.length > 0;
  return (
    <section id="observations" className={classes.panel} aria-label={t('Observations')}>
      <Group justify="space-between" mb={8} gap="xs">
        <Title order={3}>{t('Observations')}</Title>
        {canRecord && (
          <Group gap="xs" className={classes.noPrint}>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconClipboardText size={14} />}
              onClick={() => setOpened('paste')}
            >
              {t('Paste values')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} />}
              onClick={() => setOpened('record')}
            >
              {t('Record an observation')}
            </Button>
          </Group>
        )}
      </Group>
      {observations.length === 0 ? (
        <Text size="sm" c="var(--cw-muted)">
          {t(
            'Nothing is recorded yet. What is not observed is left out of the score; it never counts as zero.',
          )}
        </Text>
      ) : (
        <Lines measures={measures} observations={observations} />
      )}
      <Suspense>
        {opened === 'record' && (
          <RecordDialog opened onClose={close} {...{ measures, observations, period }} />
        )}
        {opened === 'paste' && (
          <PasteDialog onClose={close} measures={measures} observations={observations} />
        )}
      </Suspense>
    </section>
  );
}
