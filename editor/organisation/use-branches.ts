// What of the organisation's tree is read and open. Without a search a branch is read when it is opened; a search has the
// lines that fit, page by page, with the way to them.
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { branchQuery, type OrganisationFilter, organisationFoundQuery } from '../app/api/tree-queries.ts';
import type { ComponentLine } from '../app/api/wire.ts';
import { type Branch, toTree } from './tree.ts';

const openAtFirst = 1;
const nothing: ComponentLine[] = [];

/** Two branches may have the same lines above them. */
const eachOnce = (lines: readonly ComponentLine[]): ComponentLine[] => [
  ...new Map(lines.map((line) => [line.id, line])).values(),
];

interface Read {
  items: ComponentLine[];
  reading: ReadonlySet<string>;
}

/** The branches that were opened, without those that came with the top. */
function useOpened(top: readonly ComponentLine[], opened: readonly string[], asOf: string | undefined): Read {
  const withTop = new Set(top.map(({ parentId }) => parentId));
  const ids = opened.filter((id) => !withTop.has(id));
  return useQueries({
    queries: ids.map((id) => branchQuery(id, asOf)),
    combine: (results) => ({
      items: results.flatMap(({ data }) => data ?? nothing),
      reading: new Set(ids.filter((_, index) => results[index]?.isPending)),
    }),
  });
}

/** `filter` null: the whole tree. */
export function useBranches(filter: OrganisationFilter | null, asOf: string | undefined) {
  const isSearch = filter !== null;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const top = useQuery({ ...branchQuery(null, asOf), enabled: !isSearch });
  const found = useInfiniteQuery({ ...organisationFoundQuery({ ...filter, asOf }), enabled: isSearch });
  const openedIds = Object.keys(toggled).filter((id) => toggled[id]);
  const opened = useOpened(top.data ?? nothing, isSearch ? [] : openedIds, asOf);
  const pages = found.data?.pages;
  const items = useMemo(
    () =>
      isSearch
        ? eachOnce(pages?.flatMap((page) => page.items) ?? nothing)
        : eachOnce([...(top.data ?? nothing), ...opened.items]),
    [isSearch, pages, top.data, opened.items],
  );
  const tree = useMemo(() => toTree(items, { isWhole: isSearch }), [items, isSearch]);
  const isOpen = ({ item, level }: Branch): boolean => toggled[item.id] ?? (isSearch || level <= openAtFirst);
  return {
    /** How many fit the search. */
    count: pages?.[0]?.count ?? null,
    query: isSearch ? found : top,
    more: isSearch ? found : null,
    items,
    tree,
    isOpen,
    isReading: (id: string) => opened.reading.has(id),
    toggle: (branch: Branch) => setToggled((before) => ({ ...before, [branch.item.id]: !isOpen(branch) })),
  };
}
export type Branches = ReturnType<typeof useBranches>;
