// The signature block: for each side who said what, when; on paper, with room for a hand where nobody has.
import { Text } from '@mantine/core';
import type { PlanVersion } from '../../app/api/wire.ts';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { t, tAs } from '../../language/index.ts';
import styles from './agreement.module.css';
import { type Side, type Signature, sides, wordOf } from './agreement-of.ts';

const decisionWords: Record<Signature['decision'], string> = {
  agreed: tAs('plan', 'Agreed'),
  refused: t('Refused to sign'),
  returned: t('Returned'),
};

const sideWords = (side: Side, componentName: string): string =>
  side === 'component' ? t('For {component}', { component: componentName }) : t('Manager');

function Word({ word, asked }: { word: Signature | undefined; asked: boolean }) {
  if (!word) return <div>{asked ? t('Not signed yet') : t('Not asked by the cycle')}</div>;
  const { person, onBehalfOf, decision, comment, at } = word;
  return (
    <div>
      <strong>{person.name}</strong>
      {onBehalfOf && ` ${t('for {person}', { person: onBehalfOf.name })}`} · {decisionWords[decision]}{' '}
      <TimeText at={at} />
      {comment && <div>{t('“{text}”', { text: comment })}</div>}
    </div>
  );
}

interface Props {
  version: PlanVersion | null;
  /** None: the two sign as they wish. */
  asked: readonly Side[];
  componentName: string;
}

export function Sides({ version, asked, componentName }: Props) {
  return (
    <div className={styles.sides}>
      {sides.map((side) => (
        <div key={side} className={styles.side}>
          <Text size="xs" c="var(--cw-muted)">
            {sideWords(side, componentName)}
          </Text>
          <Word
            word={version ? wordOf(version, side) : undefined}
            asked={asked.length === 0 || asked.includes(side)}
          />
        </div>
      ))}
    </div>
  );
}
