// One launch: how far it is, and what came of each component.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { launchQuery } from '../app/api/plan-queries.ts';
import type { Launch } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useNames } from '../app/parts/use-names.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { shortDate } from '../app/words/due.ts';
import { t, tx } from '../language/index.ts';
import { PageTitle } from '../theme/PageTitle.tsx';
import { LaunchProgress } from './LaunchProgress.tsx';
import { launchedBy } from './launch-words.ts';
import classes from './launches.module.css';
import { Results } from './Results.tsx';
import { variableName } from './variables.ts';

const route = getRouteApi('/signed-in/launches/$launchId');

const variableWords = ({ variables }: Launch): string =>
  Object.entries(variables)
    .map(([key, value]) => ` · ${variableName(key).toLowerCase()} ${JSON.stringify(value)}`)
    .join('');

function About({ launch }: { launch: Launch }) {
  const people = useNames([launch.createdBy]);
  return (
    <>
      {t('Version {version}', { version: launch.version })} · {shortDate(launch.period.start)} –{' '}
      {shortDate(launch.period.end)}
      {variableWords(launch)} ·{' '}
      {tx('launched by {person} on {time}', {
        person: launchedBy(launch.createdBy, people),
        time: <TimeText at={launch.createdAt} />,
      })}
    </>
  );
}

export function LaunchScreen() {
  const { launchId } = route.useParams();
  const may = useMay();
  const query = useQuery(launchQuery(launchId));
  const cycles = useQuery(cyclesQuery).data ?? [];
  const cycleId = query.data?.cycleId;
  const name = cycles.find(({ id }) => id === cycleId)?.name ?? cycleId ?? '';
  useCrumb(name);
  return (
    <Loaded query={query} what="launch">
      {(launch) => (
        <>
          <PageTitle
            title={t('Launch of {cycle}', { cycle: name })}
            about={<About launch={launch} />}
            actions={
              <>
                {may('calibrations.read') && (
                  <ButtonLink
                    to="/launches/$launchId/calibration"
                    params={{ launchId: launch.id }}
                    variant="default"
                  >
                    {t('Compare the ratings')}
                  </ButtonLink>
                )}
                <ButtonLink to="/plans" search={{ launch: launch.id, status: 'all' }} variant="default">
                  {t('See its plans')}
                </ButtonLink>
              </>
            }
          />
          <div className={classes.card}>
            <LaunchProgress launch={launch} />
          </div>
          <Results launch={launch} />
        </>
      )}
    </Loaded>
  );
}
