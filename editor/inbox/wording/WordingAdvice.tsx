// Advice under the field that it is about: the words, why, and how else it could be said. A press marks the words.
import { Button, Text } from '@mantine/core';
import { IconBulb, IconHandStop } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Advice } from '../../../engine/index.ts';
import { retell, t } from '../../language/index.ts';
import { AskHr, type Referred } from './AskHr.tsx';
import type { Advised } from './use-advice.ts';
import classes from './wording.module.css';

const SHOWN = 3;
const LONGEST_QUOTE = 60;

const quoted = (words: string): string =>
  words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).trimEnd()} …`;

interface Props {
  advised: Advised;
  /** Marks the words in the field. */
  onShow: (advice: Advice) => void;
  /** Whom it is about, where HR can be asked whether it has to be said. */
  about?: Referred | undefined;
}

/** Only where nothing in it hurts. */
const isForHr = (advice: readonly Advice[]): boolean =>
  advice.some(({ rule }) => rule === 'FB-02') && advice.every(({ rule }) => rule !== 'FB-01');

export function WordingAdvice({ advised, onShow, about: subject }: Props) {
  const { advice, about } = advised;
  const [all, setAll] = useState(false);
  const title = useId();
  if (advice.length === 0) return <div role="status" className={classes.quiet} />;
  const blocked = advice.filter(({ severity }) => severity === 'block');
  const ordered = [...blocked, ...advice.filter(({ severity }) => severity !== 'block')];
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  return (
    <section aria-labelledby={title} className={classes.advice}>
      <Text id={title} size="sm" fw={600} role="status">
        {blocked.length > 0
          ? t('This cannot be sent as it is')
          : t('{count, plural, one {One thought} other {# thoughts}} on the wording', {
              count: advice.length,
            })}
      </Text>
      <ul className={classes.list}>
        {shown.map((one) => (
          <Line key={`${one.rule} ${one.from}`} advice={one} about={about} onShow={onShow} />
        ))}
      </ul>
      {ordered.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-xs"
          w="fit-content"
          onClick={() => setAll(!all)}
          aria-expanded={all}
        >
          {all ? t('Show fewer') : t('Show {count} more', { count: ordered.length - SHOWN })}
        </Button>
      )}
      {subject && isForHr(advice) && <AskHr key={about} text={about} about={subject} />}
      {blocked.length === 0 && (
        <Text size="xs" c="var(--cw-muted)">
          {t('You decide: it can be sent all the same.')}
        </Text>
      )}
    </section>
  );
}

function Line({ advice, about, onShow }: { advice: Advice; about: string; onShow: Props['onShow'] }) {
  const blocks = advice.severity === 'block';
  const Icon = blocks ? IconHandStop : IconBulb;
  const isWhole = advice.from === 0 && advice.to === about.length;
  return (
    <li className={classes.line} data-blocks={blocks || undefined}>
      <Icon size={16} aria-hidden className={classes.icon} />
      <div>
        {!isWhole && (
          <button type="button" className={classes.words} onClick={() => onShow(advice)}>
            {t('“{text}”', { text: quoted(advice.words) })}
          </button>
        )}
        <Text size="sm">{retell(advice.why)}</Text>
        <Text size="sm" c="var(--cw-muted)" className={classes.rewrite}>
          {retell(advice.rewrite)}
        </Text>
      </div>
    </li>
  );
}
