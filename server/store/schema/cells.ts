// What a cell holds where neither dialect has a type for it. Ids and instants are text too; instants in one fixed
// UTC form, so that their order as text is their order in time.

export type Flag = 0 | 1;
/** JSON as text; parsed in the queries, nowhere else. */
export type JsonText = string;
