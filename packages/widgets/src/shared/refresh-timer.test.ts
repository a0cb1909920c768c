import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Clock } from '../testing/clock.js';
import { RefreshTimer } from './refresh-timer.js';

class TimerHost extends LitElement {
  seconds: number | undefined;
  refreshes = 0;
  release: (() => void) | undefined;
  holds = false;
  readonly timer = new RefreshTimer(
    this,
    () => this.seconds,
    () => {
      this.refreshes++;
      return this.holds ? new Promise((resolve) => (this.release = resolve)) : Promise.resolve();
    },
  );
}
customElements.define('timer-host', TimerHost);

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('RefreshTimer', () => {
  let clock: Clock;
  let host: TimerHost;

  beforeEach(async () => {
    host = await fixture<TimerHost>(html`<timer-host></timer-host>`);
    clock = new Clock('2026-11-20T12:00:00Z');
    clock.holdTimers();
  });

  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    host.remove();
    clock.restore();
  });

  async function every(seconds: number | undefined): Promise<void> {
    host.seconds = seconds;
    host.requestUpdate();
    await host.updateComplete;
  }

  it('refreshes at each interval', async () => {
    await every(30);
    await clock.advance(29_999);
    expect(host.refreshes).to.equal(0);
    await clock.advance(1);
    expect(host.refreshes).to.equal(1);
    await clock.advance(90_000);
    expect(host.refreshes).to.equal(4);
  });

  it('takes less than ten seconds for ten, and nothing for never', async () => {
    await every(1);
    await clock.advance(9_999);
    expect(host.refreshes).to.equal(0);
    await clock.advance(1);
    expect(host.refreshes).to.equal(1);
    for (const seconds of [undefined, 0, -5, Number.NaN]) {
      await every(seconds);
      expect(host.timer.active).to.equal(false);
      expect(clock.waiting).to.equal(0);
    }
  });

  it('waits for a slow refresh before it counts on', async () => {
    host.holds = true;
    await every(10);
    await clock.advance(10_000);
    await clock.advance(60_000);
    expect(host.refreshes).to.equal(1);
    host.release?.();
    await clock.advance(0);
    await clock.advance(0);
    expect(host.refreshes).to.equal(2);
  });

  it('rests while the page is hidden, and catches up once when it is seen again', async () => {
    await every(30);
    await clock.advance(10_000);
    setHidden(true);
    await clock.advance(300_000);
    expect(host.refreshes).to.equal(0);
    setHidden(false);
    await clock.advance(0);
    expect(host.refreshes).to.equal(1);
    await clock.advance(29_999);
    expect(host.refreshes).to.equal(1);
  });

  it('does not hurry when the page was hidden for a moment', async () => {
    await every(30);
    setHidden(true);
    await clock.advance(5_000);
    setHidden(false);
    await clock.advance(24_999);
    expect(host.refreshes).to.equal(0);
    await clock.advance(1);
    expect(host.refreshes).to.equal(1);
  });

  it('rests while the reader has paused it', async () => {
    await every(30);
    host.timer.paused = true;
    await clock.advance(300_000);
    expect(host.refreshes).to.equal(0);
    host.timer.paused = false;
    await clock.advance(0);
    expect(host.refreshes).to.equal(1);
  });

  it('leaves no timer behind when disconnected, and goes on when connected again', async () => {
    await every(30);
    const parent = host.parentElement as HTMLElement;
    host.remove();
    expect(clock.waiting).to.equal(0);
    setHidden(false);
    expect(clock.waiting).to.equal(0);
    parent.append(host);
    await host.updateComplete;
    await clock.advance(30_000);
    expect(host.refreshes).to.equal(1);
  });
});
