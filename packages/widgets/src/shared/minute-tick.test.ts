import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Clock } from '../testing/clock.js';
import { MinuteTick } from './minute-tick.js';

describe('MinuteTick', () => {
  let clock: Clock;
  let updates: number;
  let tick: MinuteTick;

  beforeEach(() => {
    clock = new Clock('2026-11-20T13:05:12.480Z');
    clock.holdTimers();
    updates = 0;
    const host = { addController: () => {}, requestUpdate: () => updates++ };
    tick = new MinuteTick(host as unknown as ReactiveControllerHost & HTMLElement);
  });

  afterEach(() => {
    tick.hostDisconnected();
    hide(false);
    clock.restore();
  });

  function hide(hidden: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('draws every minute while connected', async () => {
    tick.hostConnected();
    await clock.advance(59_999);
    expect(updates).to.equal(0);
    await clock.advance(120_001);
    expect(updates).to.equal(3);
    tick.hostDisconnected();
    await clock.advance(600_000);
    expect(updates).to.equal(3);
    expect(clock.waiting).to.equal(0);
  });

  it('rests while the page is hidden, and catches up', async () => {
    tick.hostConnected();
    hide(true);
    await clock.advance(600_000);
    expect(updates).to.equal(0);
    hide(false);
    expect(updates).to.equal(1);
    await clock.advance(60_000);
    expect(updates).to.equal(2);
  });
});
