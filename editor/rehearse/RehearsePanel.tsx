// Beside the canvas while a cycle is rehearsed: step by step, by its scenarios, or with plans by the thousand.
import { CloseButton, List, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core';
import { Suspense } from 'react';
import { structuralFaults } from '../../engine/index.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { retell, t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import styles from './rehearse.module.css';
import { type RehearseProps, type RehearseTab, readTab } from './rehearse-props.ts';
import { type Simulating, useSimulation } from './simulation/use-simulation.ts';
import { StepTab } from './step/StepTab.tsx';

const ScenariosTab = latePart(async () => (await import('./scenarios/ScenariosTab.tsx')).ScenariosTab);

const SimulationTab = latePart(async () => (await import('./simulation/SimulationTab.tsx')).SimulationTab);

interface Props extends RehearseProps {
  tab: RehearseTab;
  onTab(tab: RehearseTab): void;
  onClose(): void;
}

const titles: Record<RehearseTab, string> = {
  step: t('Step'),
  scenarios: t('Scenarios'),
  simulation: t('Simulation'),
};

export function RehearsePanel({ tab, onTab, onClose, ...props }: Props) {
  const faults = structuralFaults(props.cycle);
  const simulating = useSimulation();
  return (
    <section className={styles.panel} aria-label={t('Rehearsal')}>
      <div className={styles.head}>
        <Title order={2} size="h4" flex={1}>
          {t('Rehearse')}
        </Title>
        <Hint label={t('Back to drawing (T)')}>
          <CloseButton aria-label={t('End the rehearsal')} onClick={onClose} />
        </Hint>
      </div>
      <Tabs
        value={tab}
        onChange={(value) => onTab(readTab(value ?? undefined) ?? 'step')}
        keepMounted={false}
        className={styles.tabs}
      >
        <Tabs.List grow>
          {Object.entries(titles).map(([value, title]) => (
            <Tabs.Tab key={value} value={value}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} className={styles.content}>
          {faults.length > 0 ? (
            <Stack gap="xs" p="md">
              <Text size="sm">
                {t('The cycle cannot run as it is. Mend this first; it is listed with the problems:')}
              </Text>
              <List size="sm">
                {faults.slice(0, 5).map(({ pointer, message }) => (
                  <List.Item key={`${pointer} ${message}`}>{retell(message)}</List.Item>
                ))}
              </List>
            </Stack>
          ) : (
            <Suspense fallback={<Skeleton height={240} m="md" />}>
              <Content tab={tab} onTab={onTab} simulating={simulating} {...props} />
            </Suspense>
          )}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Content({ tab, onTab, simulating, ...props }: Omit<Props, 'onClose'> & { simulating: Simulating }) {
  switch (tab) {
    case 'step':
      return <StepTab {...props} />;
    case 'scenarios':
      return <ScenariosTab {...props} onStepping={() => onTab('step')} />;
    case 'simulation':
      return <SimulationTab {...props} simulating={simulating} />;
  }
}
