// What came out of a simulation: one question per picture, its answer in words, its figures as a table.
import { Alert, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Cycle, SimulationResult } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import shared from '../rehearse.module.css';
import {
  daysText,
  endingLines,
  headline,
  lateLines,
  loadLines,
  loadWords,
  minutesText,
  outcomeLines,
  roundLines,
  shareText,
  spreadRows,
  stageLines,
} from './figures.ts';
import { IntervalBars } from './IntervalBars.tsx';
import { LoadGrid } from './LoadGrid.tsx';
import styles from './simulation.module.css';

interface Props {
  cycle: Cycle;
  result: SimulationResult;
  /** What a person is called; made-up people are called by their place. */
  personName(id: string): string;
}

function Question({ title, answer, children }: { title: string; answer?: string; children: ReactNode }) {
  return (
    <section className={styles.question} aria-label={title}>
      <Title order={3} size="h4">
        {title}
      </Title>
      {answer && <Text size="sm">{answer}</Text>}
      {children}
    </section>
  );
}

function Trouble({ result: { failed, failure, unfinished, plans } }: Pick<Props, 'result'>) {
  return (
    <>
      {failed > 0 && (
        <Alert
          color="red"
          p="xs"
          title={t('{failed} of {plans} plans ran into a fault of the cycle', { failed, plans })}
        >
          {failure}
        </Alert>
      )}
      {unfinished > 0 && (
        <Alert color="yellow" p="xs">
          {t('{unfinished} of {plans} plans had not ended after ten years; they may go round without end.', {
            unfinished,
            plans,
          })}
        </Alert>
      )}
    </>
  );
}

function stageAnswer(lines: ReturnType<typeof stageLines>): string {
  const [first] = lines;
  return first
    ? t('Longest in {stage}. The canvas is tinted by the same figures.', { stage: first.label })
    : t('No stage takes any time.');
}

function Load({ result, personName }: Pick<Props, 'result' | 'personName'>) {
  const { load } = result;
  const lines = loadLines(result, personName);
  return (
    <Question title={t('Who has too much to do?')} answer={loadWords(result)}>
      {lines.length > 0 && (
        <IntervalBars
          said={t('The fullest weeks of people, beside what a week can take')}
          lines={lines}
          text={minutesText}
          headings={[t('Week and person'), t('Work')]}
          mark={{
            at: load.limit,
            words: t('a week can take {minutes}', { minutes: minutesText(load.limit) }),
          }}
        />
      )}
      {load.grid.people.length > 0 && (
        <LoadGrid grid={load.grid} limit={load.limit} name={result.cycleId} personName={personName} />
      )}
      {load.minutesPerWeek && (
        <table className={shared.table} aria-label={t('Work of a manager in a week')}>
          <thead>
            <tr>
              <th>{t("Of a manager's weeks")}</th>
              <th>{t('Work')}</th>
            </tr>
          </thead>
          <tbody>
            {spreadRows(load.minutesPerWeek, minutesText).map(([name, text]) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Question>
  );
}

export function Figures({ cycle, result, personName }: Props) {
  const stages = stageLines(cycle, result);
  const late = lateLines(cycle, result);
  const endings = endingLines(result);
  return (
    <section className={styles.figuresOf} aria-label={t('What came out')}>
      <Text size="sm" fw={600}>
        {headline(result)}
      </Text>
      <Trouble result={result} />
      <Question title={t('Where does the time go?')} answer={stageAnswer(stages)}>
        <IntervalBars
          said={t('Days that a plan spends in each stage')}
          lines={stages}
          text={daysText}
          headings={[t('Stage'), t('Days of a plan')]}
        />
      </Question>
      {result.ended > 0 && (
        <Question title={t('How do plans turn out?')}>
          <IntervalBars
            said={t('Outcome of the last appraisal')}
            lines={outcomeLines(result)}
            text={shareText}
            headings={[t('Outcome'), t('Share of the plans that end')]}
          />
          {endings.length > 1 && (
            <IntervalBars
              said={t('How plans end')}
              lines={endings}
              text={shareText}
              headings={[t('Ends'), t('Share of the plans that end')]}
            />
          )}
        </Question>
      )}
      <Question title={t('How many rounds does it take?')}>
        <IntervalBars
          said={t('Rounds of the plans that end')}
          lines={roundLines(result)}
          text={shareText}
          headings={[t('Rounds'), t('Share of the plans')]}
        />
      </Question>
      <Load result={result} personName={personName} />
      <Question
        title={t('Which tasks are late?')}
        {...(late.length === 0 ? { answer: t('None: every task is done before its time is up.') } : {})}
      >
        {late.length > 0 && (
          <IntervalBars
            said={t('Share of each task that is late')}
            lines={late}
            text={shareText}
            headings={[t('Task'), t('Late')]}
          />
        )}
      </Question>
    </section>
  );
}
