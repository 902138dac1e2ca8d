// How the ratings are spread, as they were given and as they stand now. No shape of it is aimed at.
import { Table } from '@mantine/core';
import type { CalibrationLine } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { t } from '../language/index.ts';
import { OutcomeLegend } from '../reports/OutcomeLegend.tsx';
import { outcomeParts } from '../reports/outcome-parts.ts';
import { ReportCard } from '../reports/ReportCard.tsx';
import { type Counts, progressOf, type Spread, spreadOf } from './lines.ts';

const Bars = latePart(async () => (await import('../reports/Bars.tsx')).Bars);
const headings = [t('Group'), t('State'), t('Exceeds'), t('Meets'), t('Below'), t('Not rated')];

const groupName = ({ group }: Spread): string => group ?? t('The top of the organisation');

interface Line {
  label: string;
  group: string;
  state: string;
  counts: Counts;
}

/** One line for a group whose ratings stand as they were given, two for one that the session changed. */
const linesOf = (spread: Spread): Line[] => {
  const group = groupName(spread);
  const now = { label: group, group, state: t('Now'), counts: spread.now };
  if (spread.changed === 0) return [now];
  const state = t('As rated');
  return [{ label: `${group}, ${state.toLowerCase()}`, group, state, counts: spread.before }, now];
};

function answerOf(lines: readonly CalibrationLine[]): string {
  const { rated, changed } = progressOf(lines);
  if (rated === 0) return t('Nobody is rated yet.');
  const ratedWords = t('{count, plural, one {# rating} other {# ratings}} so far', { count: rated });
  return changed === 0
    ? t('{ratings}; calibration has changed none.', { ratings: ratedWords })
    : t('{ratings}; calibration has changed {changed}.', { ratings: ratedWords, changed });
}

export function SpreadCard({ lines }: { lines: readonly CalibrationLine[] }) {
  const shown = spreadOf(lines).flatMap(linesOf);
  return (
    <ReportCard
      question={t('How are the ratings spread?')}
      answer={answerOf(lines)}
      headings={headings}
      chart={
        <>
          <Bars
            said={t('Ratings by group. {answer}', { answer: answerOf(lines) })}
            lines={shown.map(({ label, counts }) => ({ label, ...counts }))}
            parts={outcomeParts}
            format={String}
          />
          <OutcomeLegend />
        </>
      }
    >
      {shown.map(({ label, group, state, counts }) => (
        <Table.Tr key={label}>
          <Table.Td>{group}</Table.Td>
          <Table.Td>{state}</Table.Td>
          <Table.Td>{counts.exceeds}</Table.Td>
          <Table.Td>{counts.meets}</Table.Td>
          <Table.Td>{counts.below}</Table.Td>
          <Table.Td>{counts.notScored}</Table.Td>
        </Table.Tr>
      ))}
    </ReportCard>
  );
}
