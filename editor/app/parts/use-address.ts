// Where the person is, as the innermost route reads the address.
import { useMatches } from '@tanstack/react-router';

/** An address as its route reads it. */
export interface Address {
  /** Such as `/plans/$planId`. */
  path: string;
  params: Readonly<Record<string, string | undefined>>;
  search: { readonly task?: string | undefined; readonly version?: string | undefined };
}

export function useAddress(): Address {
  const match = useMatches({ select: (matches) => matches.at(-1) });
  return { path: match?.fullPath ?? '', params: match?.params ?? {}, search: match?.search ?? {} };
}
