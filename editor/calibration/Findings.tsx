// What the checks on ratings ask, one line for each check: with whom it is about and their lines one press away.
import { Badge, Button, Text, Title } from '@mantine/core';
import type { RatingRule } from '../../engine/index.ts';
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';
import { retell, t } from '../language/index.ts';
import classes from './calibration.module.css';
import { namesIn } from './lines.ts';
import { ruleTitles } from './rule-titles.ts';

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

const keyOf = ({ about, message }: CalibrationFinding): string => `${JSON.stringify(about)} ${message}`;

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
      <div className={classes.said}>
        <Text size="sm" fw={500}>
          {whomWords(names)}
          {finding.hrOnly && (
            <Badge ml={8} size="sm" variant="light" color="gray" tt="none">
              {t('Seen by HR alone')}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="var(--cw-muted)">
          {retell(finding.message)}
        </Text>
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

function Rule({ rule, ...props }: Props & { rule: RatingRule }) {
  const { findings, ...shown } = props;
  return (
    <details className={classes.rule} open={findings.length === 1}>
      <summary>
        <span className={classes.ruleTitle}>{ruleTitles[rule]}</span>
        <Badge variant="default" size="sm" circle={findings.length < 10}>
          {findings.length}
        </Badge>
        <Text span size="xs" c="var(--cw-muted)" ff="monospace">
          {rule}
        </Text>
      </summary>
      <ul className={classes.findings}>
        {findings.map((finding) => (
          <Line key={keyOf(finding)} finding={finding} {...shown} />
        ))}
      </ul>
    </details>
  );
}

export function Findings({ findings, ...props }: Props) {
  const title = t('What asks for a second look?');
  return (
    <section className={classes.card} aria-label={title}>
      <Title order={2}>{title}</Title>
      <Text maw="72ch" mt={4} mb="sm">
        {findings.length === 0
          ? t('None of the twelve checks on ratings finds anything here.')
          : t('The checks only ask. Nothing is moved by them, and no spread is aimed at.')}
      </Text>
      {[...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => (
        <Rule key={rule} rule={rule} findings={found} {...props} />
      ))}
    </section>
  );
}
