// The sample plan ready to be asked: the component and its evidence from the server, run by the engine here.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Component, type Cycle, compileCycle } from '../../engine/index.ts';
import {
  componentQuery,
  goalsQuery,
  measuresQuery,
  observationsQuery,
} from '../app/api/organisation-queries.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { nowInstant } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { type Begun, beginSample, givenFor, type OwnFacts } from './sample.ts';
import { useSampling } from './sample-context.ts';

export interface SamplePlay {
  /** Null while the component is read. */
  begun: Begun | null;
  component: Component | null;
  /** Whether this person may look at the component's own goals. */
  mayOwn: boolean;
}

export function useSamplePlay(cycle: Cycle): SamplePlay {
  const { sample } = useSampling();
  const { componentId, evidence } = sample;
  const mayOwn = useMay()('goals.read');
  const id = componentId ?? '';
  const isOwn = componentId !== null && evidence === 'own' && mayOwn;
  const component = useQuery({ ...componentQuery(id), enabled: componentId !== null }).data ?? null;
  const goals = useQuery({ ...goalsQuery(id), enabled: isOwn }).data;
  const measures = useQuery({ ...measuresQuery(id), enabled: isOwn }).data;
  const observations = useQuery({ ...observationsQuery(id), enabled: isOwn }).data;
  const own = useMemo((): OwnFacts | null => {
    if (!goals || !measures || !observations) return null;
    return { goals, measures, observations };
  }, [goals, measures, observations]);
  const isRead = (componentId === null || component !== null) && (!isOwn || own !== null);
  const begun = useMemo(() => {
    if (!isRead) return null;
    try {
      const given = givenFor(sample, { component, own: isOwn ? own : null, at: nowInstant() });
      return beginSample(compileCycle(cycle, 1), given, sample);
    } catch {
      // A cycle that is half drawn cannot be compiled; its problems say why.
      return { kind: 'stuck' as const, why: t('The cycle cannot run yet: mend its errors first.') };
    }
  }, [cycle, sample, component, own, isOwn, isRead]);
  return { begun, component, mayOwn };
}
