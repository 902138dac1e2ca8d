import { defineConfig } from '@playwright/test';
import { installedBrowser } from '../support/find-browser.ts';

const executablePath = installedBrowser();

/**
 * The whole browser fills the list below its address bar, which nobody sees here, for every context anew: two seconds of
 * processor each. A second list of this kind replaces the first, so what Playwright turns off is said here too.
 */
const withoutFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'behaviour', testIgnore: 'screens.spec.ts', outputDir: '../../test-results/behaviour' },
    { name: 'screenshots', testMatch: 'screens.spec.ts', outputDir: '../../test-results/screenshots' },
  ],
  // Two servers at a time are what a small machine carries.
  workers: 2,
  // The longest walk takes three minutes here.
  timeout: 420_000,
  // On a busy machine a press can meet a page that is still settling. Such a test is named as flaky in the report.
  retries: 2,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        // A page that is left for an empty one and comes back keeps its process, and the scripts that are compiled there:
        // all here is of one origin, and nothing would be read by a page of another.
        '--disable-site-isolation-trials',
        '--renderer-process-limit=1',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${withoutFeatures.join(',')}`,
      ],
    },
  },
});
