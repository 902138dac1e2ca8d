// Many plans sent through the cycle by chance: what is asked, and what came out, with its heat on the canvas.
import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { peopleQuery } from '../../app/api/organisation-queries.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { t } from '../../language/index.ts';
import type { RehearseProps } from '../rehearse-props.ts';
import type { Picture } from '../step/picture.ts';
import { Figures } from './Figures.tsx';
import { headline, heatPicture } from './figures.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { faultOf, isForServer } from './settings.ts';
import styles from './simulation.module.css';
import type { Simulating } from './use-simulation.ts';

interface Props extends RehearseProps {
  simulating: Simulating;
}

const noPicture: Picture = {};

export function SimulationTab({ cycle, version, onPicture, say, simulating }: Props) {
  const { settings, change, state, start, stop } = simulating;
  const may = useMay();
  const people = useQuery({ ...peopleQuery, enabled: settings.organisation === 'real' }).data;
  const personName = (id: string) => people?.find((person) => person.id === id)?.name ?? id;
  const fault = faultOf(settings);
  const done = state.kind === 'done' ? state : null;
  const result = done?.result ?? null;
  useEffect(() => onPicture(result ? heatPicture(cycle, result) : noPicture), [cycle, result, onPicture]);
  useEffect(() => {
    if (result) say(headline(result));
  }, [result, say]);
  return (
    <div className={styles.tab}>
      <SettingsForm settings={settings} onChange={change} mayAskServer={may('cycles.simulate')} />
      {fault && (
        <Text size="xs" c="var(--cw-danger)" role="alert">
          {fault}
        </Text>
      )}
      <Group gap="xs" wrap="nowrap">
        {state.kind === 'busy' ? (
          <Button size="compact-sm" variant="default" leftSection={<Loader size={14} />} onClick={stop}>
            {t('Stop')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="light"
            flex="none"
            leftSection={<IconDice5 size={15} />}
            disabled={fault !== null}
            onClick={() => start(cycle, version)}
          >
            {t('Simulate')}
          </Button>
        )}
        <Text size="xs" c="var(--cw-muted)">
          {isForServer(settings) && version === null
            ? t('The server simulates the draft as it was last saved. Nothing is sent or stored.')
            : t('Nothing is sent or stored. The same seed gives the same figures.')}
        </Text>
      </Group>
      {state.kind === 'failed' && (
        <Alert color="red" p="xs" title={t('It could not be simulated')}>
          {state.why}
        </Alert>
      )}
      {done && done.of !== cycle && (
        <Text size="xs" c="var(--cw-warning)">
          {t('The cycle has changed since; simulate again to see what that does.')}
        </Text>
      )}
      {result && <Figures cycle={cycle} result={result} personName={personName} />}
    </div>
  );
}
