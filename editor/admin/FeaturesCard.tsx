// Which parts of the product this organisation uses; each switch counts at once.
import { Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feature } from '../../server/access/feature-names.ts';
import { meQuery } from '../app/api/session-queries.ts';
import type { Features } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import classes from '../settings/settings.module.css';
import { featuresQuery, setFeatures } from './admin-queries.ts';
import { featureWords } from './feature-words.ts';

const isFeature = (name: string): name is Feature => name in featureWords;
const features = Object.keys(featureWords).filter(isFeature);

interface Change {
  feature: Feature;
  isOn: boolean;
}

function useChange(now: Features) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ feature, isOn }: Change) => setFeatures({ ...now, [feature]: isOn }),
    onSuccess: async (after, { feature, isOn }) => {
      client.setQueryData(featuresQuery.queryKey, after);
      told(
        isOn
          ? t('It is there for everybody from now on.')
          : t('It is in no screen any more. Nothing was deleted.'),
        featureWords[feature].name,
      );
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onError: toldFailure,
  });
}

function Switches({ now }: { now: Features }) {
  const change = useChange(now);
  return (
    <Stack gap="md">
      {features.map((feature) => (
        <Switch
          key={feature}
          label={featureWords[feature].name}
          description={featureWords[feature].what}
          checked={now[feature]}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ feature, isOn: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}

export function FeaturesCard() {
  return (
    <section className={classes.card} aria-labelledby="features">
      <Title order={2} size="h4" id="features" mb={4}>
        {t('What this organisation uses')}
      </Title>
      <Text size="sm" c="var(--cw-muted)" mb="lg">
        {t(
          'What is off is in no screen, and who asks for it is told that you can turn it on. Nothing is deleted.',
        )}
      </Text>
      <Loaded query={useQuery(featuresQuery)} lines={6}>
        {(now) => <Switches now={now} />}
      </Loaded>
      <Text size="xs" c="var(--cw-muted)" mt="lg">
        {t('Every change of this is in the audit trail.')}
      </Text>
    </section>
  );
}
