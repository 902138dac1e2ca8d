// What came of a session: the ratings when it began and now, and each change with who and why.
import { Table, Text, Title } from '@mantine/core';
import type { CalibrationSessionDetail } from '../../app/api/wire.ts';
import { AnchorLink } from '../../app/parts/links.tsx';
import { TimeText } from '../../app/parts/TimeText.tsx';
import { t, tx } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import classes from '../calibration.module.css';
import { changeWords } from '../LineDrawer.tsx';

type Change = CalibrationSessionDetail['changes'][number];

const headings = [t('State'), t('Exceeds'), t('Meets'), t('Below'), t('Not rated')];

function Spreads({ session: { before, after, state } }: { session: CalibrationSessionDetail }) {
  if (!before || !after) return null;
  const rows = [
    { words: t('When it began'), spread: before },
    { words: state === 'closed' ? t('When it was closed') : t('Now'), spread: after },
  ];
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={t('Before and after')}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) => (
              <Table.Th key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ words, spread }) => (
            <Table.Tr key={words}>
              <Table.Td>{words}</Table.Td>
              <Table.Td>{spread.exceeds}</Table.Td>
              <Table.Td>{spread.meets}</Table.Td>
              <Table.Td>{spread.below}</Table.Td>
              <Table.Td>{spread.unrated}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Changed({ change }: { change: Change }) {
  return (
    <li className={classes.finding}>
      <div className={classes.said}>
        <Text size="sm" fw={500}>
          <AnchorLink to="/plans/$planId" params={{ planId: change.planId }} inherit>
            {change.name}
          </AnchorLink>
          : {changeWords(change)} <OutcomeBadge outcome={change.to} size="sm" />
        </Text>
        <Text size="sm">{change.reason}</Text>
        <Text size="xs" c="var(--cw-muted)">
          {tx('{person}, {time}', { person: change.by.name, time: <TimeText at={change.at} /> })}
        </Text>
      </div>
    </li>
  );
}

export function SessionResult({ session }: { session: CalibrationSessionDetail }) {
  if (!session.before) return null;
  const title = t('What came of it');
  return (
    <section className={`${classes.card} ${classes.result}`} aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Spreads session={session} />
      {session.changes.length === 0 ? (
        <Text size="sm" c="var(--cw-muted)" mt="sm">
          {t('Nothing is decided in it yet.')}
        </Text>
      ) : (
        <ul className={classes.changes}>
          {session.changes.map((change) => (
            <Changed key={`${change.planId} ${change.at}`} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}
