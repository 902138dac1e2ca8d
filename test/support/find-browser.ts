// Which browser runs the browser tests: the system's Chromium or Chrome, else Playwright's own, else Debian's package.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

export type Browser = { kind: 'found'; path: string } | { kind: 'none'; reason: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const macOs = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), macOs];
  return candidates.find(isExecutable) ?? null;
}

/** What is there already, without bringing anything. */
export function installedBrowser(): string | null {
  const given = process.env.CYCLEWRIGHT_CHROMIUM;
  if (given) return given;
  const own = chromium.executablePath();
  return onPath() ?? (existsSync(own) ? own : null);
}

function tryTo(command: string, args: string[], minutes: number): boolean {
  const result = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: minutes * 60_000 });
  return result.status === 0;
}

/** Brings a browser when there is none. */
export function findBrowser(): Browser {
  const there = installedBrowser();
  if (there) return { kind: 'found', path: there };
  const tried: string[] = ['no Chromium or Chrome on this machine'];
  if (
    !tryTo(
      process.execPath,
      [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
      5,
    )
  )
    tried.push('Playwright’s download did not work');
  const isRoot = process.getuid?.() === 0;
  if (!installedBrowser() && isRoot && existsSync('/usr/bin/apt-get')) {
    tryTo('apt-get', ['update'], 3);
    if (!tryTo('apt-get', ['install', '-y', 'chromium'], 10))
      tried.push('“apt-get install chromium” did not work');
  } else if (!isRoot) tried.push('not root, so Debian’s package was not tried');
  const brought = installedBrowser();
  return brought ? { kind: 'found', path: brought } : { kind: 'none', reason: tried.join('; ') };
}
