// The tables of what people agree in a plan.

/** The goals and measures of a plan as somebody was asked to agree them. With a signature it never changes. */
export interface PlanVersionRow {
  planId: string;
  version: number;
  componentId: string;
  /** JSON: goals and measures. */
  document: string;
  at: string;
  changedBy: string;
  /** Why, where somebody had been rated before. */
  reason: string | null;
  /** Since when both sides agree it; null: not yet. */
  inForceAt: string | null;
}
/** Who said what to a version. The latest of a side is what that side says. */
export interface PlanSignatureRow {
  id: string;
  planId: string;
  version: number;
  /** component or manager. */
  side: string;
  /** agreed, refused or returned. */
  decision: string;
  comment: string | null;
  personId: string;
  /** Whose name it is, when somebody stood in for them. */
  onBehalfOf: string | null;
  /** Null: on the page of the plan. */
  taskId: string | null;
  at: string;
}

export interface PlanVersionsTables {
  planVersions: PlanVersionRow;
  planSignatures: PlanSignatureRow;
}
