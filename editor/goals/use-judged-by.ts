// Whether a plan that goes on judges the reader by the goals of the component: they propose changes in its tasks then.
import { useQuery } from '@tanstack/react-query';
import { componentQuery } from '../app/api/organisation-queries.ts';
import { plansQuery } from '../app/api/plan-queries.ts';
import { useMe } from '../app/parts/use-permissions.ts';

export function useJudgedBy(componentId: string): boolean {
  const me = useMe();
  const isOwn = useQuery(componentQuery(componentId)).data?.ownerId === me.id;
  const plans = useQuery({ ...plansQuery({ componentId }), enabled: isOwn }).data ?? [];
  return isOwn && plans.some(({ status }) => status === 'active');
}
