// How often which advice on wording was passed over, and whether writers, or groups of those written about, differ. HR
// look at it before ratings are released.
import { Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WordingRates as Rates } from '../app/api/wire.ts';
import { wordingRatesQuery } from '../app/api/wording-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { percentText, t } from '../language/index.ts';
import classes from './feedback.module.css';
import { ruleWords } from './rule-words.ts';

type Row = Rates['byWriter'][number];
const compared = ['FB-03', 'FB-05', 'FB-06'] as const;

const inPercent = (share: number): string => percentText(Math.round(share * 100));

function Shares({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={420} type="native" tabIndex={0}>
      <Table fz="sm" aria-label={title} mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{title}</Table.Th>
            <Table.Th>{t('Texts')}</Table.Th>
            {compared.map((rule) => (
              <Table.Th key={rule} className={classes.heading}>
                {ruleWords[rule]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ name, texts, shares }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              {shares ? (
                <Table.Td>{texts}</Table.Td>
              ) : (
                <Table.Td colSpan={4}>{t('Too few to be told')}</Table.Td>
              )}
              {shares && compared.map((rule) => <Table.Td key={rule}>{inPercent(shares[rule])}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Figures({ rates: { texts, passedOver, byWriter, byGroup } }: { rates: Rates }) {
  if (texts === 0) return <Text size="sm">{t('Nothing was written yet that advice stands under.')}</Text>;
  return (
    <>
      <Text maw="72ch" size="sm">
        {passedOver.length === 0
          ? t('{texts, plural, one {In one text} other {In # texts}} no advice was passed over.', { texts })
          : t(
              '{texts, plural, one {In one text} other {In # texts}}, sent although the advice still stood: {rules}.',
              {
                texts,
                rules: passedOver.map((one) => `${ruleWords[one.rule]} (${one.texts})`).join(', '),
              },
            )}
      </Text>
      <Shares title={t('By writer')} rows={byWriter} />
      <Shares
        title={
          byGroup.attribute
            ? t('By {attribute} of those written about', { attribute: byGroup.attribute.name })
            : ''
        }
        rows={byGroup.rows}
      />
    </>
  );
}

export function WordingRates({ launchId }: { launchId?: string }) {
  const query = useQuery(wordingRatesQuery(launchId));
  return (
    <section aria-label={t('How texts are worded')}>
      <Title order={2} mb={4}>
        {t('How texts are worded')}
      </Title>
      <Loaded query={query}>{(rates) => <Figures rates={rates} />}</Loaded>
    </section>
  );
}
