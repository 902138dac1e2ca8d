// Who is asked how somebody works: peers and reports by name, and what their answers will show is said beforehand.
import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { assigneesQuery } from '../../app/api/organisation-queries.ts';
import { PeopleSelect } from '../../app/parts/PeopleSelect.tsx';
import { t, tAs } from '../../language/index.ts';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { foreseenWords, missingWords, type Nominees, nomineesOf } from './nominees.ts';
import { Words } from './Words.tsx';

interface Draft extends Nominees {
  comment: string;
}

/** What was proposed before, else those whom the organisation knows as their reports. */
function begin({ plan }: Material, reports: readonly string[]): Draft {
  const proposed = nomineesOf(plan?.variables.nominated);
  return { ...(proposed ?? { peers: [], reports: [...reports] }), comment: '' };
}

function useKnown({ task: { componentId } }: Material) {
  const [peers, reports, owner, manager] = useQueries({
    queries: ['peers(30)', 'reports', 'owner', 'manager'].map((relation) =>
      assigneesQuery(componentId, relation),
    ),
  });
  const all = [peers, reports, owner, manager];
  const idsOf = (query: typeof peers) => query?.data?.people.map(({ id }) => id) ?? [];
  return {
    isReady: all.every((query) => !query?.isPending),
    near: [...(peers?.data?.people ?? []), ...(reports?.data?.people ?? [])],
    reports: idsOf(reports),
    /** Asked by tasks of their own. */
    others: new Set([...idsOf(owner), ...idsOf(manager)]),
  };
}

function Fields({ known, ...props }: FormProps & { known: ReturnType<typeof useKnown> }) {
  const { material } = props;
  const { draft, change, ...kept } = useDraft<Draft>(material.task.id, () => begin(material, known.reports));
  const { peers, reports } = draft;
  /** Nobody is asked twice. */
  const without = (named: readonly string[]) => new Set([...known.others, ...named]);
  const again = material.task.relation !== 'owner';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={again ? t('Who is asked') : t('Whom you name')}
      verb={again ? t('Agree on these raters') : t('Propose these raters')}
      done={again ? t('Raters agreed') : t('Raters proposed')}
      then={
        again
          ? t('Each of them is asked with a task of their own.')
          : t('Your manager looks at the names before anybody is asked.')
      }
      toResult={() =>
        missingWords(draft) ?? {
          peers,
          reports,
          ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
        }
      }
    >
      <PeopleSelect
        label={t('Peers')}
        description={t('People who see the work from beside it')}
        atHand={known.near}
        without={without(reports)}
        value={peers}
        onChange={(value) => change({ peers: value })}
      />
      <PeopleSelect
        label={tAs('raters', 'Reports')}
        description={t('People who are led by whom it is about')}
        atHand={known.near}
        without={without(peers)}
        value={reports}
        onChange={(value) => change({ reports: value })}
      />
      <Text size="sm" role="status" c="var(--cw-muted)">
        {foreseenWords(draft)}
      </Text>
      <Words
        label={t('Comment')}
        optional
        value={draft.comment}
        onChange={(comment) => change({ comment })}
      />
    </FormFrame>
  );
}

export function NominationForm(props: FormProps) {
  const known = useKnown(props.material);
  return known.isReady ? <Fields {...props} known={known} /> : null;
}
