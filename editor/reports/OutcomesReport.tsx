// How did plans come out? By the kind of their component.
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { outcomesReportQuery } from '../app/api/report-queries.ts';
import type { OutcomeReport } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';
import { OutcomeLegend } from './OutcomeLegend.tsx';
import { outcomeParts } from './outcome-parts.ts';
import { ReportCard } from './ReportCard.tsx';
import { outcomeWords } from './report-words.ts';

const Bars = lazy(async () => ({ default: (await import('./Bars.tsx')).Bars }));
const headings = [t('Kind of component'), t('Exceeds'), t('Meets'), t('Below'), t('Not scored')];
const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function Chart({ items }: { items: OutcomeReport['items'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <Bars
        said={t('Plans by outcome and kind of component. {answer}', { answer: outcomeWords(items) })}
        lines={items.map(({ kind, ...counts }) => ({ label: sentence(kindName(kind)), ...counts }))}
        parts={outcomeParts}
        format={String}
      />
      <OutcomeLegend />
    </>
  );
}

export function OutcomesReport() {
  const report = useQuery(outcomesReportQuery);
  return (
    <Loaded query={report}>
      {({ items }) => (
        <ReportCard
          question={t('How did plans come out?')}
          answer={outcomeWords(items)}
          chart={items.length > 0 && <Chart items={items} />}
          headings={headings}
        >
          {items.map(({ kind, below, meets, exceeds, notScored }) => (
            <Table.Tr key={kind}>
              <Table.Td>{sentence(kindName(kind))}</Table.Td>
              {[exceeds, meets, below, notScored].map((count, column) => (
                <Table.Td key={headings[column + 1]}>{count}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </ReportCard>
      )}
    </Loaded>
  );
}
