// The transitions that would follow something, each with what its guard says now: the answer to "why not?".
import {
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { AskedTransition, Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { stageName, valuesWords } from './say.ts';
import { type Verdict, verdictsOf } from './ways.ts';

interface Props {
  cycle: Cycle;
  leads: readonly AskedTransition[];
  /** What a guard that cannot be answered yet waits for. */
  waitsFor: 'answer' | 'event';
}

const looks = {
  would: { icon: IconCircleCheck, color: 'var(--cw-outcome-meets)' },
  held: { icon: IconCircleX, color: 'var(--cw-danger)' },
  depends: { icon: IconHelpCircle, color: 'var(--cw-muted)' },
  behind: { icon: IconCircleDashed, color: 'var(--cw-muted)' },
} as const;

function reasonWords({ guard, warnings, values }: AskedTransition): string {
  if (warnings.length > 0) return warnings.join(' ');
  // A guard that is a value itself has said so already.
  return Object.keys(values).join() === guard ? '' : valuesWords(values);
}

function verdictWords(lead: AskedTransition, verdict: Verdict, waitsFor: Props['waitsFor']): string {
  const reason = reasonWords(lead);
  switch (verdict) {
    case 'would':
      if (lead.guard !== null) return reason ? t('Holds: {reason}', { reason }) : t('Holds');
      return lead.event === 'done' ? t('Then it goes there') : t('Nothing holds it back');
    case 'held':
      return reason ? t('Does not hold: {reason}', { reason }) : t('Does not hold');
    case 'depends':
      return waitsFor === 'answer' ? t('Depends on the answer') : t('Depends on the event');
    case 'behind':
      return t('Not asked: the one before it goes first');
  }
}

export function Leads({ cycle, leads, waitsFor }: Props) {
  if (leads.length === 0) return null;
  return (
    <ul className={styles.leads}>
      {verdictsOf(leads).map(({ lead, verdict }) => {
        const { icon: Icon, color } = looks[verdict];
        return (
          <li key={lead.pointer} data-verdict={verdict}>
            <Icon size={15} color={color} aria-hidden className={styles.leadIcon} />
            <span className={styles.leadText}>
              <span>
                <IconArrowRight size={13} aria-hidden className={styles.arrow} />
                {lead.to === null ? t('Stays, and acts') : stageName(cycle, lead.to)}
                {lead.event.endsWith('.overdue') && (
                  <span className={styles.muted}> {t('when it is late')}</span>
                )}
              </span>
              {lead.guard !== null && <code className={styles.guard}>{lead.guard}</code>}
              <span className={styles.muted}>{verdictWords(lead, verdict, waitsFor)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
