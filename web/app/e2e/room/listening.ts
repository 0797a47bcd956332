import type { Page } from '@playwright/test';

/** What a page was told over its sockets, and what the browser complained about: console errors, exceptions, the policy. */
export class Ear {
  readonly frames: string[] = [];
  #complaints: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.frames.push(String(payload))));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(String(error)));
  }

  /** All complaints but those that a browser writes about a request or socket that failed: some must, in these plays. */
  get complaints(): string[] {
    return this.#complaints.filter((line) => !/^(Failed to load resource:|WebSocket connection to )/.test(line));
  }

  /** What was complained about requests and sockets. */
  get failures(): string[] {
    return this.#complaints.filter((line) => !this.complaints.includes(line));
  }

  /** What was heard while something happened. */
  async during(what: () => Promise<void>): Promise<string> {
    const from = this.frames.length;
    await what();
    return this.frames.slice(from).join('\n');
  }
}
