// What the checks on ratings ask: each with whom it is about, and the lines that it looks at one press away.
import { Badge, Button, Text, Title } from '@mantine/core';
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import classes from './calibration.module.css';
import { namesIn } from './lines.ts';

interface Props {
  findings: readonly CalibrationFinding[];
  lines: readonly CalibrationLine[];
  chosen: CalibrationFinding | null;
  onChoose: (finding: CalibrationFinding | null) => void;
}

const shownNames = 3;

function whomWords(names: readonly string[] | null): string {
  if (names === null) return t('Everybody here');
  const more = names.length - shownNames;
  const first = names.slice(0, shownNames).join(', ');
  return more > 0 ? t('{names} and {count} more', { names: first, count: more }) : first;
}

const keyOf = ({ rule, about, message }: CalibrationFinding): string =>
  `${rule} ${JSON.stringify(about)} ${message}`;

function Line({
  finding,
  lines,
  chosen,
  onChoose,
}: Omit<Props, 'findings'> & { finding: CalibrationFinding }) {
  const names = namesIn(finding, lines);
  const isChosen = chosen === finding;
  return (
    <li className={classes.finding}>
      <Badge variant="default" tt="none" radius="sm">
        {finding.rule}
      </Badge>
      <div className={classes.said}>
        <Text size="sm" fw={600}>
          {whomWords(names)}
          {finding.hrOnly && (
            <Badge ml={8} size="sm" variant="light" color="gray" tt="none">
              {t('Seen by HR alone')}
            </Badge>
          )}
        </Text>
        <Text size="sm">{finding.message}</Text>
      </div>
      {names !== null && names.length > 0 && (
        <Button
          size="compact-sm"
          variant={isChosen ? 'filled' : 'default'}
          aria-pressed={isChosen}
          onClick={() => onChoose(isChosen ? null : finding)}
        >
          {t('Show them')}
        </Button>
      )}
    </li>
  );
}

export function Findings({ findings, ...props }: Props) {
  const title = t('What asks for a second look?');
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2}>{title}</Title>
      <Text maw="72ch" mt={4}>
        {findings.length === 0
          ? t('None of the twelve checks on ratings finds anything here.')
          : t('The checks only ask. Nothing is moved by them, and no spread is aimed at.')}
      </Text>
      {findings.length > 0 && (
        <ul className={classes.findings}>
          {findings.map((finding) => (
            <Line key={keyOf(finding)} finding={finding} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
}
