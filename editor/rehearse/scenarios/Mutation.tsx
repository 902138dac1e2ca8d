// Which small faults the scenarios would notice: asked for, worked out in a worker, listed with what got through.
import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconBug } from '@tabler/icons-react';
import { useState } from 'react';
import type { Cycle, MutationScore } from '../../../engine/index.ts';
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
  target: 'another target',
  day: 'a day more or less',
  guard: 'a guard dropped',
  outcome: 'outcomes swapped',
  row: 'a row of a decision',
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
    <section className={styles.mutation} aria-label="Mutation score">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" c="var(--cw-muted)">
          {ready
            ? 'Would they notice a mistake? Small faults are put into the cycle, one at a time.'
            : 'Once every scenario passes, small faults can be put in to see which they notice.'}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          disabled={!ready || state.kind === 'busy'}
          leftSection={state.kind === 'busy' ? <Loader size={14} /> : <IconBug size={15} />}
          onClick={start}
        >
          Put in faults
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
        <b>{score} %</b>: {killed} of {total} faults are noticed.{stale && ' The cycle has changed since.'}
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>Fault</th>
            <th>Noticed</th>
            <th>Of</th>
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
          <summary>{survivors.length === 1 ? 'One gets through' : `${survivors.length} get through`}</summary>
          <ul className={styles.survivors}>
            {survivors.slice(0, 100).map(({ pointer, change }) => (
              <li key={`${pointer} ${change}`}>
                {change} <code className={styles.guard}>{pointer}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
