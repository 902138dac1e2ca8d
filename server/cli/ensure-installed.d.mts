// What the plain-JavaScript module offers, for the tests that are in TypeScript.
type Packages = Record<string, Record<string, unknown>>;

/** Why the folder has to be installed again, or null. */
export function reasonToInstall(locked: Packages, installed: Packages | null): string | null;
