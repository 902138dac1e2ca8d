// The scenarios of the cycle: run whenever it changes, listed with what fails, their coverage on the canvas.
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import styles from '../rehearse.module.css';
import type { RehearseProps } from '../rehearse-props.ts';
import { keepWalk } from '../step/kept-walk.ts';
import { Covered } from './Covered.tsx';
import { coveragePicture } from './coverage-picture.ts';
import { freeName, newScenario } from './edit-scenario.ts';
import { Mutation } from './Mutation.tsx';
import { ScenarioRow } from './ScenarioRow.tsx';
import { coverageOfOne, runScenarios, type ScenarioResults } from './scenario-results.ts';

interface Props extends RehearseProps {
  onStepping(): void;
}

function summaryWords({ lines, passed }: ScenarioResults): string {
  if (passed === lines.length)
    return lines.length === 1
      ? t('The scenario passes')
      : t('All {count} scenarios pass', { count: lines.length });
  return t('{failed} of {total} scenarios {failed, plural, one {fails} other {fail}}', {
    failed: lines.length - passed,
    total: lines.length,
  });
}

export function ScenariosTab(props: Props) {
  const { cycle, document, onPicture, run, say, onStepping } = props;
  const [opened, setOpened] = useState<number | null>(null);
  const settled = useDeferredValue(cycle);
  const results = useMemo(() => runScenarios(settled), [settled]);
  const shown = opened === null ? undefined : settled.scenarios?.[opened];
  const coverage = useMemo(
    () => (shown ? coverageOfOne(settled, shown) : results.coverage),
    [shown, settled, results],
  );
  useEffect(() => onPicture(coveragePicture(settled, coverage)), [settled, coverage, onPicture]);
  const summary = summaryWords(results);
  useEffect(() => say(`${summary}.`), [summary, say]);
  const add = () => {
    const result = run?.({ type: 'add-scenario', scenario: newScenario(cycle) });
    if (result?.kind === 'applied') setOpened(cycle.scenarios?.length ?? 0);
  };
  const addButton = (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} />}
      disabled={!run}
      onClick={add}
    >
      {t('New scenario')}
    </Button>
  );
  if (results.lines.length === 0)
    return (
      <EmptyState title={t('No scenarios yet')} action={addButton}>
        {t(
          'A scenario says what should happen to a plan, and is checked at every change. Write one here, or take a plan through the cycle under Step and save what you did.',
        )}
      </EmptyState>
    );
  return (
    <>
      <div className={styles.summary}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{summary}</Text>
          {addButton}
        </Group>
        <Covered coverage={results.coverage} />
        <Mutation cycle={settled} ready={results.passed === results.lines.length} />
      </div>
      <ul className={styles.scenarios} aria-label={t('Scenarios')}>
        {results.lines.map((line) => (
          <ScenarioRow
            key={line.index}
            cycle={settled}
            line={line}
            opened={opened === line.index}
            onToggle={() => setOpened(opened === line.index ? null : line.index)}
            editing={{
              cycle,
              index: line.index,
              scenario: cycle.scenarios?.[line.index] ?? line.scenario,
              disabled: run === null,
              set: (scenario, burst) =>
                run?.({ type: 'set-scenario', index: line.index, scenario }, burst) ?? {
                  kind: 'refused',
                  reason: t('This cycle is shown for reading.'),
                },
            }}
            onStep={() => {
              keepWalk(document, { given: line.scenario.given ?? {}, steps: line.scenario.when ?? [] });
              onStepping();
            }}
            onDuplicate={() => {
              const name = freeName(cycle, t('{name} (copy)', { name: line.scenario.name }));
              run?.({ type: 'add-scenario', scenario: { ...line.scenario, name } });
            }}
            onRemove={() => {
              run?.({ type: 'remove-scenario', index: line.index });
              setOpened(null);
              say(t('{name} is deleted. Undo brings it back.', { name: line.scenario.name }));
            }}
          />
        ))}
      </ul>
    </>
  );
}
