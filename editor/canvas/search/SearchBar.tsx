// Ctrl+F on the canvas: type, and Enter goes from one place to the next.
import { ActionIcon, Paper, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Found, searchCycle } from '../../document/search-cycle.ts';
import { t } from '../../language/index.ts';
import { useEditing } from '../../panels/editing.ts';
import { Hint } from '../../theme/Hint.tsx';
import { selectionAt } from '../chrome/selection-at.ts';
import styles from './search.module.css';

interface Props {
  /** Brings the place into view. */
  onShow(found: Found): void;
  /** With the place that was shown last, if one was. */
  onClose(here: Found | undefined): void;
}

export function SearchBar({ onShow, onClose }: Props) {
  const { cycle } = useEditing();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => searchCycle(cycle, text), [cycle, text]);
  const here = found[Math.min(at, found.length - 1)];
  useShow(here, onShow);
  const go = (step: 1 | -1) => {
    if (found.length > 0) setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const isAgain = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
    if (!isAgain && event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') onClose(here);
  };
  return (
    <Paper
      className={styles.bar}
      shadow="md"
      withBorder
      radius="md"
      role="search"
      aria-label={t('Find in the cycle')}
    >
      <div className={styles.row}>
        <TextInput
          autoFocus
          data-autofocus
          aria-label={t('Find in the cycle')}
          placeholder={t('A stage, a task, an owner, an event, a guard')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={text}
          className={styles.field}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
        <Step label={t('Previous (Shift+Enter)')} off={found.length < 2} onClick={() => go(-1)}>
          <IconChevronUp size={16} />
        </Step>
        <Step label={t('Next (Enter)')} off={found.length < 2} onClick={() => go(1)}>
          <IconChevronDown size={16} />
        </Step>
        <Step label={t('Close (Esc)')} onClick={() => onClose(here)}>
          <IconX size={16} />
        </Step>
      </div>
      <Text size="xs" c="dimmed" role="status" lineClamp={2} mih={18}>
        {text.trim() === '' ? t('Enter goes to the next place.') : resultWords(here, found)}
      </Text>
    </Paper>
  );
}

const resultWords = (here: Found | undefined, found: readonly Found[]): string =>
  here
    ? t('{number} of {count} · {words}', {
        number: found.indexOf(here) + 1,
        count: found.length,
        words: here.words,
      })
    : t('Nothing in this cycle is called that.');

/** What is found is selected and shown, once for each place. */
function useShow(here: Found | undefined, onShow: (found: Found) => void): void {
  const { cycle, select } = useEditing();
  const shown = useRef<string | null>(null);
  const show = useEffectEvent((found: Found) => {
    select(selectionAt(cycle, found.pointer));
    onShow(found);
  });
  useEffect(() => {
    if (here && here.pointer !== shown.current) show(here);
    shown.current = here?.pointer ?? null;
  }, [here]);
}

interface StepProps {
  label: string;
  off?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Step({ label, off = false, onClick, children }: StepProps) {
  return (
    <Hint label={label}>
      <ActionIcon size={30} aria-label={label} disabled={off} onClick={onClick}>
        {children}
      </ActionIcon>
    </Hint>
  );
}
