// Why is this plan here? The chain of causes from its start, in sentences; each can be seen on the canvas.
import { Anchor, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { planWhyQuery } from '../app/api/plan-queries.ts';
import type { PlanDetail, PlanWhy } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { causeInWords } from '../app/words/cause.ts';
import { saidInWords } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { hiddenLinks } from './hidden-links.ts';
import classes from './replay.module.css';

interface Props {
  plan: PlanDetail;
  onShow: (revision: number) => void;
}

export function WhyHere({ plan, onShow }: Props) {
  const why = useQuery(planWhyQuery(plan.id));
  return (
    <section className={classes.why} aria-label={t('Why is this plan here?')}>
      <Title order={3} mb={4}>
        {t('Why is this plan here?')}
      </Title>
      <Loaded query={why} lines={3}>
        {(found) => <Chain why={found} onShow={onShow} />}
      </Loaded>
    </section>
  );
}

function Chain({ why, onShow }: { why: PlanWhy; onShow: Props['onShow'] }) {
  const [whole, open] = useDisclosure(false);
  const hidden = whole ? 0 : hiddenLinks(why.links.length);
  return (
    <>
      <Text size="sm" c="var(--cw-muted)" mb="sm">
        {t('What led to {stage}, from cause to cause.', {
          stage: why.stage.map(({ name }) => name).join(', '),
        })}
      </Text>
      <ol className={classes.chain}>
        {why.links.map((link, index) =>
          index > 0 && index <= hidden ? null : (
            <Link key={link.revision} link={link} onShow={onShow}>
              {index === 0 && hidden > 0 && (
                <Anchor component="button" size="xs" onClick={open.open}>
                  {t('Show {hidden, plural, one {# step} other {# steps}} in between', { hidden })}
                </Anchor>
              )}
            </Link>
          ),
        )}
      </ol>
    </>
  );
}

/** Two transitions to the same stage may not have passed for the same reason: that is said once. */
const Sentences = ({ of }: { of: readonly string[] }) =>
  [...new Set(of)].map((sentence) => (
    <Text key={sentence} size="sm" c="var(--cw-muted)" className={classes.sentence}>
      {saidInWords(sentence)}
    </Text>
  ));

interface LinkProps {
  link: PlanWhy['links'][number];
  onShow: Props['onShow'];
  children: React.ReactNode;
}

function Link({ link, onShow, children }: LinkProps) {
  const { plain, because } = link.words;
  const exact = because.filter((sentence) => !plain.includes(sentence));
  const draws = useMay()('cycles.change');
  return (
    <li className={classes.link}>
      <UnstyledButton
        className={classes.cause}
        onClick={() => onShow(link.revision)}
        title={t('Show this step on the canvas')}
      >
        {causeInWords(link)}
      </UnstyledButton>
      <Sentences of={plain} />
      {draws && exact.length > 0 && (
        <details className={classes.conditions}>
          <summary>{t('Conditions as the cycle has them')}</summary>
          <Sentences of={exact} />
        </details>
      )}
      {children}
    </li>
  );
}
