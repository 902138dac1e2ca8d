// Which Cyclewright this is, and where its reference stands.
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../app/api/request.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { Facts } from './Facts.tsx';
import classes from './settings.module.css';

interface Version {
  version: string;
  node: string;
}

export function AboutTab() {
  const version = useQuery({
    queryKey: ['version'],
    queryFn: async () => (await ask<Version>('/version')).body,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className={classes.card} aria-label={t('About')} style={{ maxWidth: 640 }}>
      <Loaded query={version} lines={3}>
        {({ version: number, node }) => (
          <Facts
            facts={[
              [t('Version'), t('Cyclewright {number}', { number })],
              [t('Runs on'), t('Node {node}', { node: node.replace(/^v/, '') })],
              [
                'API reference',
                <Anchor key="docs" href="/docs">
                  {t('Every address with its parameters, to try out')}
                </Anchor>,
              ],
              [
                'OpenAPI',
                <Anchor key="openapi" href="/api/v1/openapi.json">
                  {t('The same for programs')}
                </Anchor>,
              ],
              [
                t('Problems'),
                <Anchor key="problems" href="/docs/problems">
                  {t('What each kind of refusal means')}
                </Anchor>,
              ],
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
