// Which Cyclewright this is, and where its reference stands.
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../app/api/request.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
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
    <section className={classes.card} aria-label="About" style={{ maxWidth: 640 }}>
      <Loaded query={version} lines={3}>
        {({ version: number, node }) => (
          <Facts
            facts={[
              ['Version', `Cyclewright ${number}`],
              ['Runs on', `Node ${node.replace(/^v/, '')}`],
              [
                'API reference',
                <Anchor key="docs" href="/docs">
                  Every address with its parameters, to try out
                </Anchor>,
              ],
              [
                'OpenAPI',
                <Anchor key="openapi" href="/api/v1/openapi.json">
                  The same for programs
                </Anchor>,
              ],
              [
                'Problems',
                <Anchor key="problems" href="/docs/problems">
                  What each kind of refusal means
                </Anchor>,
              ],
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
