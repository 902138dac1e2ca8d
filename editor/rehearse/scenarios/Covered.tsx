// How much the scenarios go through, as bars with their figures; what is missed is on the canvas.
import { Progress, Text } from '@mantine/core';
import type { Coverage, Covered as Part } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';

const share = ({ covered, total }: Part): number => (total === 0 ? 100 : Math.round((covered / total) * 100));

export function Covered({ coverage }: { coverage: Coverage }) {
  const parts: [string, Part][] = [
    [t('Stages'), coverage.stages],
    [t('Transitions'), coverage.transitions],
    [t('Rows of decisions'), coverage.rows],
  ];
  return (
    <dl className={styles.coverage}>
      {parts
        .filter(([, { total }]) => total > 0)
        .map(([words, part]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <Progress
                value={share(part)}
                size="sm"
                aria-label={t('{what} covered', { what: words })}
                color="teal"
              />
              <Text size="xs" component="span">
                {t('{covered} of {total}', { covered: part.covered, total: part.total })}
              </Text>
            </dd>
          </div>
        ))}
    </dl>
  );
}
