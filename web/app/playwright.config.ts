import { defineConfig } from '@playwright/test';

// Another one each time, so that two runs do not meet; the workers read this file too and find it set.
const port = Number((process.env.PREVIEW_PORT ??= String(20_000 + Math.floor(Math.random() * 12_000))));
const pictures = Boolean(process.env.PICTURES);

// What a window of a browser prepares that nobody sees: each new one would start two more pages for its address bar, which take more
// of the processor than the page itself. The last such list counts, so the names that Playwright gives come first.
const unused = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

export default defineConfig({
  testDir: 'e2e',
  // The README's pictures are taken by scripts/screenshots, which says where to.
  testMatch: pictures ? 'pictures.ts' : '*.spec.ts',
  // Each file has a server of its own, and waits for most of its time. More would make pages wait for each other.
  workers: 2,
  retries: 0,
  // Generous, because a busy machine is no defect; nothing here waits for time to pass, so it costs nothing either.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    locale: 'nl-NL',
    actionTimeout: 15_000,
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${unused.join()}`,
      ],
    },
  },
  // Serves web/dist as built, with the production content security policy, to the tests that need no server.
  webServer: pictures
    ? undefined
    : { command: `npx vite preview --port ${port} --strictPort`, port, reuseExistingServer: false },
});
