// One plan taken through the cycle by hand: where it is, what can happen, what happened, and what it began with.
import { Alert, Button, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { askPlay, type Given, type ScenarioStep } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import styles from '../rehearse.module.css';
import type { RehearseProps } from '../rehearse-props.ts';
import { Facts } from './Facts.tsx';
import { Log } from './Log.tsx';
import { Now } from './Now.tsx';
import { pictureOf } from './picture.ts';
import { RecordResults } from './RecordResults.tsx';
import { playOf, type Rehearsal } from './rehearsal.ts';
import { SaveScenario } from './SaveScenario.tsx';
import { movedWords } from './say.ts';
import { type Rehearsing, useRehearsal } from './use-rehearsal.ts';
import { Ways } from './Ways.tsx';

export function StepTab(props: RehearseProps) {
  const state = useRehearsal(props.cycle, props.document);
  if (state.kind === 'on') return <Stepping {...props} rehearsing={state.rehearsing} />;
  return (
    <EmptyState
      title={t('The plan does not start')}
      action={
        <Button variant="default" onClick={state.reset}>
          {t('Begin with the sample plan')}
        </Button>
      }
    >
      {state.why}
    </EmptyState>
  );
}

function Part({
  title,
  count,
  open = true,
  children,
}: {
  title: string;
  count?: number;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.part} open={open}>
      <summary>
        {title}
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </summary>
      {children}
    </details>
  );
}

function Stepping({ cycle, onPicture, run, say, rehearsing }: RehearseProps & { rehearsing: Rehearsing }) {
  const { rehearsal, dropped } = rehearsing;
  const play = playOf(rehearsal);
  useEffect(() => onPicture(pictureOf(cycle, play, askPlay(play))), [cycle, play, onPicture]);
  const tell = (next: Rehearsal) => {
    const last = next.log.at(-1);
    if (last) say(`${movedWords(cycle, last)}.`);
  };
  const step = (...steps: ScenarioStep[]) => tell(rehearsing.take(...steps));
  const back = (count: number) => {
    rehearsing.backTo(count);
    say(count === 0 ? t('The plan is at its start again.') : t('Back at step {count}.', { count }));
  };
  const give = (given: Given) => rehearsing.give(given);
  return (
    <>
      <Now rehearsal={rehearsal} onStep={step} onBack={back} />
      {dropped > 0 && (
        <Alert color="yellow" m="sm" p="xs">
          <Text size="sm">
            {t(
              'With what is given now the plan goes another way: the last {dropped, plural, one {step is} other {# steps are}} left out.',
              { dropped },
            )}
          </Text>
        </Alert>
      )}
      <Part title={t('What can happen now')}>
        <Ways play={play} onStep={step} />
        <RecordResults play={play} onSteps={step} />
      </Part>
      <Part title={t('What happened')} count={rehearsal.log.length}>
        <Log rehearsal={rehearsal} onBack={back} />
        <div className={styles.save}>
          <SaveScenario cycle={cycle} run={run} say={say} rehearsal={rehearsal} />
        </div>
      </Part>
      <Part title={t('The plan it is tried on')} open={false}>
        <Facts given={rehearsal.given} variables={cycle.variables ?? {}} onGive={give} />
      </Part>
    </>
  );
}
