// How does the organisation stand? The scores of its top parts, from their measures up.
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rollUpFile, rollUpQuery } from '../app/api/report-queries.ts';
import type { RollUpItem } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { latePart } from '../app/parts/late-part.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { Withheld } from '../app/parts/Withheld.tsx';
import { shortDate } from '../app/words/due.ts';
import { scoreText } from '../app/words/score.ts';
import { percentText, t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { OutcomeLegend } from './OutcomeLegend.tsx';
import { outcomeParts } from './outcome-parts.ts';
import { standingQuestion } from './questions.ts';
import { ReportCard } from './ReportCard.tsx';
import { standingWords } from './report-words.ts';
import { type Standing, standingOf } from './standing.ts';

const Bars = latePart(async () => (await import('./Bars.tsx')).Bars);
const headings = [t('Component'), t('Outcome'), t('Coverage'), t('Measures that meet'), t('Not scored')];
const mostBars = 20;
const marks = [
  { at: 100, label: t('Meets') },
  { at: 120, label: t('Exceeds') },
];
const ticks = [0, 20, 40, 60, 80, 100, 120];

function Chart({ standing }: { standing: Standing }) {
  const scored = standing.parts.filter(({ score }) => score !== null).slice(0, mostBars);
  if (scored.length === 0) return null;
  return (
    <>
      <Bars
        said={t('Scores of the top components. {answer}', {
          answer: standingWords(standing.whole, standing.parts),
        })}
        lines={scored.map(({ name, score, outcome }) => ({
          label: name,
          [outcome ?? 'notScored']: score ?? 0,
        }))}
        parts={outcomeParts}
        format={scoreText}
        marks={marks}
        ticks={ticks}
      />
      <OutcomeLegend outcomes={['exceeds', 'meets', 'below']} />
    </>
  );
}

function Figures({ item }: { item: RollUpItem }) {
  if (!item.measures)
    return (
      <Table.Td colSpan={headings.length - 1}>
        <Withheld />
      </Table.Td>
    );
  const { below, meets, exceeds, notScored } = item.measures;
  return (
    <>
      <Table.Td>
        <OutcomeBadge
          size="sm"
          outcome={item.outcome}
          detail={item.score === null ? undefined : scoreText(item.score)}
        />
      </Table.Td>
      <Table.Td>{percentText(Math.round((item.coverage ?? 0) * 100))}</Table.Td>
      <Table.Td>
        {t('{count} of {total}', { count: meets + exceeds, total: below + meets + exceeds })}
      </Table.Td>
      <Table.Td>{notScored}</Table.Td>
    </>
  );
}

function StandingRow({ item }: { item: RollUpItem }) {
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/organisation/$componentId" params={{ componentId: item.componentId }} size="sm">
          {item.name}
        </AnchorLink>
      </Table.Td>
      <Figures item={item} />
    </Table.Tr>
  );
}

export function StandingReport() {
  const query = useQuery(rollUpQuery());
  return (
    <Loaded query={query}>
      {({ items, period, asOf }) => {
        const standing = standingOf(items);
        return (
          <ReportCard
            question={standingQuestion}
            asOf={{ at: asOf, refresh: () => void query.refetch() }}
            file={rollUpFile}
            mail={{ board: 'standing', filter: {} }}
            answer={`${standingWords(standing.whole, standing.parts)} ${t('Observations of {start} – {end} count.', { start: shortDate(period.start), end: shortDate(period.end) })}`}
            chart={standing.parts.some(({ score }) => score !== null) && <Chart standing={standing} />}
            headings={headings}
            minWidth={600}
          >
            {[...(standing.whole ? [standing.whole] : []), ...standing.parts].map((item) => (
              <StandingRow key={item.componentId} item={item} />
            ))}
          </ReportCard>
        );
      }}
    </Loaded>
  );
}
