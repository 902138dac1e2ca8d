// Which small faults the scenarios would notice: asked for, worked out in a worker, listed with what got through.
import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useState } from 'react';
import type { Cycle, MutationScore } from '../../../engine/index.ts';
import { percentText, retell, t } from '../../language/index.ts';
import { tx } from '../../language/say-elements.ts';
import styles from '../rehearse.module.css';
import { inWorker } from '../work/in-worker.ts';

interface Props {
  cycle: Cycle;
  /** Every scenario passes: only then it says anything. */
  ready: boolean;
}

type State =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'done'; of: Cycle; score: MutationScore }
  | { kind: 'failed'; why: string };

const kindWords: Record<MutationScore['kinds'][number]['kind'], string> = {
  target: t('another target'),
  day: t('a day more or less'),
  guard: t('a guard dropped'),
  outcome: t('outcomes swapped'),
  row: t('a row of a decision'),
};

export function Mutation({ cycle, ready }: Props) {
  const [state, setState] = useState<State>({ kind: 'none' });
  const start = async () => {
    setState({ kind: 'busy' });
    try {
      const { mutation } = await inWorker({ kind: 'test', cycle });
      setState(mutation ? { kind: 'done', of: cycle, score: mutation } : { kind: 'none' });
    } catch (error) {
      setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <section className={styles.mutation} aria-label={t('Mutation score')}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" c="var(--cw-muted)">
          {ready
            ? t('Would they notice a mistake? Small faults are put into the cycle, one at a time.')
            : t('Once every scenario passes, small faults can be put in to see which they notice.')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          disabled={!ready || state.kind === 'busy'}
          leftSection={state.kind === 'busy' ? <Loader size={14} /> : <IconBug size={15} />}
          onClick={start}
        >
          {t('Put in faults')}
        </Button>
      </Group>
      {state.kind === 'failed' && (
        <Alert color="red" p="xs">
          {state.why}
        </Alert>
      )}
      {state.kind === 'done' && <Score score={state.score} stale={state.of !== cycle} />}
    </section>
  );
}

function Score({
  score: { score, total, killed, kinds, survivors },
  stale,
}: {
  score: MutationScore;
  stale: boolean;
}) {
  return (
    <>
      <Text size="sm" role="status">
        {tx('{score}: {killed} of {total} faults are noticed.', {
          score: <b>{percentText(score)}</b>,
          killed,
          total,
        })}
        {stale && ` ${t('The cycle has changed since.')}`}
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('Fault')}</th>
            <th>{t('Noticed')}</th>
            <th>{t('Of')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds
            .filter((kind) => kind.total > 0)
            .map((kind) => (
              <tr key={kind.kind}>
                <td>{kindWords[kind.kind]}</td>
                <td>{kind.killed}</td>
                <td>{kind.total}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {survivors.length > 0 && (
        <details className={styles.more}>
          <summary>
            {survivors.length === 1
              ? t('One gets through')
              : t('{count} get through', { count: survivors.length })}
          </summary>
          <ul className={styles.survivors}>
            {survivors.slice(0, 100).map(({ pointer, change }) => (
              <li key={`${pointer} ${change}`}>
                {retell(change)} <code className={styles.guard}>{pointer}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
