import { defineConfig } from '@playwright/test';

const port = Number(process.env.PREVIEW_PORT ?? 41730);

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  retries: 0,
  // Generous, because a busy machine is no defect; nothing here waits for time to pass, so it costs nothing either.
  timeout: 60_000,
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
      ],
    },
  },
  // Serves web/dist as built, with the production content security policy, to the tests that need no server.
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
  },
});
