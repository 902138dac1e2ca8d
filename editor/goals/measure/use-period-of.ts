// The period that a component's standards are held against: that of its plan under way, else the organisation's.
import { useQuery } from '@tanstack/react-query';
import type { Period } from '../../../engine/index.ts';
import { planQuery, plansQuery } from '../../app/api/plan-queries.ts';
import { organisationSummaryQuery } from '../../app/api/tree-queries.ts';
import { useMay } from '../../app/parts/use-permissions.ts';

/** Undefined while it loads, and where nothing was observed or planned yet. */
export function usePeriodOf(componentId: string | undefined): Period | undefined {
  const may = useMay();
  const plans = useQuery({
    ...plansQuery({ componentId: componentId ?? '', status: 'active' }),
    enabled: componentId !== undefined && may('plans.read'),
  });
  const planId = plans.data?.[0]?.id;
  const plan = useQuery({ ...planQuery(planId ?? ''), enabled: planId !== undefined });
  const summary = useQuery(organisationSummaryQuery());
  return plan.data?.period ?? summary.data?.period ?? undefined;
}
